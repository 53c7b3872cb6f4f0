package com.company.erp.document.mail;

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

/** What e-mail and files say of people. */
@Configuration(proxyBeanMethods = false)
class MailPersonalData {

    private static final String TO_PARTY = """
            FROM mails m JOIN invoices i ON i.company_id = m.company_id AND i.id = m.record_id
            WHERE m.company_id = :company AND i.customer_id = :id""";

    @Bean
    PersonalColumns columnsOfMails() {
        return PersonalColumns.of(
                "mails",
                Whose.PARTY,
                Kept.WITH_BOOKS,
                "to_address",
                "subject",
                "body",
                "sealed_body",
                "queued_by",
                "problem");
    }

    @Bean
    PersonalColumns columnsOfSuppressions() {
        return PersonalColumns.of("mail_suppressions", Whose.ANYBODY, Kept.WITH_SETUP, "address");
    }

    @Bean
    PersonalColumns columnsOfMailServers() {
        return PersonalColumns.of(
                "mail_settings", Whose.ANYBODY, Kept.WITH_SETUP, "username", "from_address", "from_name");
    }

    @Bean
    PersonalColumns columnsOfAttachments() {
        return PersonalColumns.of("attachments", Whose.ANYBODY, Kept.WITH_BOOKS, "name", "note", "hold_reason");
    }

    @Bean
    PersonalColumns columnsOfTags() {
        return PersonalColumns.of("attachment_tags", Whose.ANYBODY, Kept.WITH_BOOKS, "tag");
    }

    @Bean
    PersonalColumns columnsOfFiles() {
        return PersonalColumns.of("attachment_versions", Whose.USER, Kept.WITH_BOOKS, "added_by");
    }

    /** Letters about his account are no business letters. */
    @Bean
    PersonalRecords lettersToUsers(JdbcClient jdbc) {
        return new PersonalRecords() {
            @Override
            public String resource() {
                return "users";
            }

            @Override
            public List<Part> collect(UUID subject) {
                var letters = jdbc.sql("""
                                SELECT m.to_address AS "to", m.subject, m.status, m.queued_at::text AS "queuedAt" FROM mails m
                                WHERE m.company_id = :company AND m.resource = 'letters' AND m.record_id = :id ORDER BY m.id""")
                        .param("company", Scope.company().value())
                        .param("id", subject)
                        .query()
                        .listOfRows();
                return List.of(new Part("letters", letters));
            }

            @Override
            public List<Remainder> erase(UUID subject) {
                jdbc.sql("""
                                DELETE FROM mails
                                WHERE company_id = :company AND resource = 'letters' AND record_id = :id""")
                        .param("company", Scope.company().value())
                        .param("id", subject)
                        .update();
                return List.of();
            }
        };
    }

    @Bean
    PersonalRecords mailsToParties(JdbcClient jdbc) {
        return new PersonalRecords() {
            @Override
            public String resource() {
                return "parties";
            }

            @Override
            public List<Part> collect(UUID subject) {
                var mails = jdbc.sql(
                                "SELECT m.to_address AS \"to\", m.subject, m.status, m.queued_at::text AS \"queuedAt\" "
                                        + TO_PARTY + " ORDER BY m.id")
                        .param("company", Scope.company().value())
                        .param("id", subject)
                        .query()
                        .listOfRows();
                return List.of(new Part("mails", mails));
            }

            @Override
            public List<Remainder> erase(UUID subject) {
                long mails = jdbc.sql("SELECT count(*) " + TO_PARTY)
                        .param("company", Scope.company().value())
                        .param("id", subject)
                        .query(Long.class)
                        .single();
                String law = "Commercial law keeps business letters (in Germany six years, \u00a7 257 HGB).";
                return List.of(new Remainder("mails", mails, law));
            }
        };
    }
}
