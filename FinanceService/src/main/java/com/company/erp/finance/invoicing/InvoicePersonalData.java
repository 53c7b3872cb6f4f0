package com.company.erp.finance.invoicing;

import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.privacy.PersonalColumns;
import com.company.erp.platform.privacy.PersonalColumns.Kept;
import com.company.erp.platform.privacy.PersonalColumns.Whose;
import com.company.erp.platform.privacy.PersonalRecords;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What invoices and the books say of parties: the law keeps it as long as it keeps the books. */
@Configuration(proxyBeanMethods = false)
class InvoicePersonalData {

    private static final String LAW =
            "Commercial and tax law keep vouchers and books (in Germany ten years, \u00a7 147 AO, \u00a7 257 HGB).";

    @Bean
    PersonalColumns columnsOfInvoices() {
        return PersonalColumns.of(
                "invoices",
                Whose.PARTY,
                Kept.WITH_BOOKS,
                "customer_name",
                "customer_reference",
                "notes",
                "seller",
                "buyer",
                "search_text");
    }

    @Bean
    PersonalColumns textOfInvoiceLines() {
        return PersonalColumns.of("invoice_lines", Whose.ANYBODY, Kept.WITH_BOOKS, "text");
    }

    @Bean
    PersonalColumns textsOfEntries() {
        return PersonalColumns.of("entries", Whose.ANYBODY, Kept.WITH_BOOKS, "text", "reason");
    }

    @Bean
    PersonalColumns textsOfEntryLines() {
        return PersonalColumns.of("entry_lines", Whose.ANYBODY, Kept.WITH_BOOKS, "text");
    }

    @Bean
    PersonalColumns textsOfRecurringEntries() {
        return PersonalColumns.of("recurring_entries", Whose.ANYBODY, Kept.WITH_BOOKS, "text", "reason");
    }

    @Bean
    PersonalColumns textsOfRecurringLines() {
        return PersonalColumns.of("recurring_lines", Whose.ANYBODY, Kept.WITH_BOOKS, "text");
    }

    @Bean
    PersonalColumns referencesOfPayments() {
        return PersonalColumns.of("payments", Whose.PARTY, Kept.WITH_BOOKS, "reference");
    }

    @Bean
    PersonalRecords invoicesOfParties(JdbcClient jdbc) {
        return new InvoicesOfParties(jdbc);
    }

    private record InvoicesOfParties(JdbcClient jdbc) implements PersonalRecords {

        @Override
        public String resource() {
            return "parties";
        }

        @Override
        public List<Part> collect(UUID subject) {
            return List.of(
                    new Part("invoices", asked(subject, """
                            SELECT number, type, status, issue_date::text AS "issueDate", customer_name AS "customerName",
                                   customer_reference AS "customerReference", notes, gross, currency, buyer::text AS buyer
                            FROM invoices WHERE company_id = :company AND customer_id = :id ORDER BY id""").query().listOfRows()),
                    new Part("payments", asked(subject, """
                            SELECT number, kind, status, paid_on::text AS "paidOn", amount, currency, reference
                            FROM payments WHERE company_id = :company AND party_id = :id ORDER BY id""").query().listOfRows()));
        }

        @Override
        public void requireErasable(UUID subject) {
            boolean open = asked(subject, """
                            SELECT EXISTS (SELECT 1 FROM invoices WHERE company_id = :company AND customer_id = :id
                                           AND status = 'DRAFT')
                                OR EXISTS (SELECT 1 FROM open_items WHERE company_id = :company AND party_id = :id
                                           AND open_amount <> 0)""").query(Boolean.class).single();
            if (open) {
                throw new RuleViolation(
                        "party.open_business", "There are drafts or open items of the party; bring them to an end.");
            }
        }

        @Override
        public List<Remainder> erase(UUID subject) {
            return List.of(
                    new Remainder("invoices", count(subject, "invoices", "customer_id"), LAW),
                    new Remainder("payments", count(subject, "payments", "party_id"), LAW));
        }

        private long count(UUID subject, String table, String column) {
            return asked(
                            subject,
                            "SELECT count(*) FROM " + table + " WHERE company_id = :company AND " + column + " = :id")
                    .query(Long.class)
                    .single();
        }

        private JdbcClient.StatementSpec asked(UUID subject, String sql) {
            return jdbc.sql(sql).param("company", Scope.company().value()).param("id", subject);
        }
    }
}
