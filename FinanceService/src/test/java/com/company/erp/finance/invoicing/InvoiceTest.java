package com.company.erp.finance.invoicing;

import static com.company.erp.finance.invoicing.Drafts.ISSUED;
import static com.company.erp.finance.invoicing.Drafts.VAT_20;
import static com.company.erp.finance.invoicing.Drafts.ZERO_RATED;
import static com.company.erp.finance.invoicing.Drafts.draft;
import static com.company.erp.finance.invoicing.Drafts.issue;
import static com.company.erp.finance.invoicing.Drafts.issued;
import static com.company.erp.finance.invoicing.Drafts.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.drafting.PricedLine;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.terms.DueRule;
import com.company.erp.masterdata.terms.PaymentTerms;
import com.company.erp.masterdata.terms.Share;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class InvoiceTest {

    private static final PaymentTerms TWO_HALVES = new PaymentTerms(
            List.of(
                    new Share(BigDecimal.valueOf(50), DueRule.net(10)),
                    new Share(BigDecimal.valueOf(50), DueRule.net(40))),
            null);

    @Test
    void a_draft_has_amounts_but_no_number_and_nothing_open() {
        InvoiceView view = draft(line("3", "150.00", VAT_20), line("1", "60.00", ZERO_RATED))
                .view();
        assertThat(view.status()).isEqualTo(InvoiceStatus.DRAFT);
        assertThat(view.number()).isNull();
        assertThat(view.net()).isEqualTo(eur("510.00"));
        assertThat(view.tax()).isEqualTo(eur("90.00"));
        assertThat(view.open()).isEqualTo(eur("0.00"));
    }

    @Test
    void issuing_dates_it_and_opens_its_instalments() {
        InvoiceView view =
                issue(draft(line("1", "100.01", ZERO_RATED)), TWO_HALVES).view();
        assertThat(view.status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(view.issueDate()).isEqualTo(ISSUED);
        assertThat(view.supplyDate()).isEqualTo(ISSUED);
        assertThat(view.dueDate()).isEqualTo("2026-04-11");
        assertThat(view.nextDueDate()).isEqualTo("2026-03-12");
        assertThat(view.instalments())
                .extracting(InvoiceView.InstalmentView::amount)
                .containsExactly(eur("50.01"), eur("50.00"));
    }

    @Test
    void issuing_takes_the_tax_rate_of_that_day() {
        Invoice invoice = draft(new PricedLine(
                null,
                "Consulting",
                BigDecimal.ONE,
                null,
                BigDecimal.valueOf(100),
                BigDecimal.ZERO,
                VAT_20,
                BigDecimal.valueOf(19),
                Drafts.REVENUE));
        assertThat(invoice.view().tax()).isEqualTo(eur("19.00"));
        assertThat(issue(invoice, PaymentTerms.net(30)).view().tax()).isEqualTo(eur("20.00"));
    }

    @Test
    void an_invoice_without_lines_is_not_issued() {
        refused("invoice.empty", () -> issue(draft(), PaymentTerms.net(30)));
    }

    @Test
    void an_invoice_of_nothing_or_less_is_not_issued() {
        refused("invoice.not_positive", () -> issued(line("1", "10.00", VAT_20), line("-1", "10.00", VAT_20)));
        refused("invoice.not_positive", () -> issued(line("-1", "10.00", VAT_20)));
    }

    @Test
    void an_issued_invoice_does_not_change_is_not_cancelled_and_not_issued_again() {
        Invoice invoice = issued(line("1", "10.00", VAT_20));
        refused("invoice.not_draft", () -> invoice.change(Drafts.head(PriceMode.NET, "EUR"), List.of()));
        refused("invoice.transition", invoice::cancel);
        refused("invoice.transition", () -> issue(invoice, PaymentTerms.net(30)));
    }

    @Test
    void a_cancelled_draft_stays_cancelled() {
        Invoice invoice = draft(line("1", "10.00", VAT_20));
        invoice.cancel();
        refused("invoice.transition", () -> issue(invoice, PaymentTerms.net(30)));
    }

    @Test
    void the_due_date_is_on_time_and_the_day_after_is_late() {
        Invoice invoice = issued(line("1", "10.00", VAT_20));
        refused("invoice.not_due", () -> invoice.markOverdue(LocalDate.parse("2026-04-01")));
        invoice.markOverdue(LocalDate.parse("2026-04-02"));
        assertThat(invoice.view().status()).isEqualTo(InvoiceStatus.OVERDUE);
    }

    @Test
    void a_part_payment_leaves_the_status_and_the_last_one_makes_it_paid() {
        Invoice invoice = issued(line("1", "100.00", ZERO_RATED));
        leaveOpen(invoice, "2026-03-10", "60.00");
        assertThat(invoice.view().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(invoice.view().open()).isEqualTo(eur("60.00"));
        leaveOpen(invoice, "2026-03-20", "0.00");
        assertThat(invoice.view().status()).isEqualTo(InvoiceStatus.PAID);
        assertThat(invoice.view().nextDueDate()).isNull();
    }

    @Test
    void an_overdue_invoice_stays_overdue_until_its_late_instalment_is_paid() {
        Invoice invoice = issue(draft(line("1", "100.00", ZERO_RATED)), TWO_HALVES);
        invoice.markOverdue(LocalDate.parse("2026-03-13"));
        leaveOpen(invoice, "2026-03-14", "20.00", "50.00");
        assertThat(invoice.view().status()).isEqualTo(InvoiceStatus.OVERDUE);
        leaveOpen(invoice, "2026-03-15", "0.00", "50.00");
        assertThat(invoice.view().status()).isEqualTo(InvoiceStatus.ISSUED);
        assertThat(invoice.view().nextDueDate()).isEqualTo("2026-04-11");
    }

    @Test
    void when_the_next_instalment_is_late_too_it_stays_overdue() {
        Invoice invoice = issue(draft(line("1", "100.00", ZERO_RATED)), TWO_HALVES);
        invoice.markOverdue(LocalDate.parse("2026-03-13"));
        leaveOpen(invoice, "2026-04-20", "0.00", "50.00");
        assertThat(invoice.view().status()).isEqualTo(InvoiceStatus.OVERDUE);
        assertThat(invoice.view().nextDueDate()).isEqualTo("2026-04-11");
    }

    @Test
    void a_bounced_payment_reopens_it_as_late_as_it_is_by_then() {
        Invoice invoice = issued(line("1", "100.00", ZERO_RATED));
        leaveOpen(invoice, "2026-03-10", "0.00");
        leaveOpen(invoice, "2026-03-20", "100.00");
        assertThat(invoice.view().status()).isEqualTo(InvoiceStatus.ISSUED);
        leaveOpen(invoice, "2026-03-21", "0.00");
        leaveOpen(invoice, "2026-04-02", "100.00");
        assertThat(invoice.view().status()).isEqualTo(InvoiceStatus.OVERDUE);
    }

    @Test
    void credit_notes_alone_make_it_credited_and_a_payment_among_them_paid() {
        Invoice credited = issued(line("1", "100.00", ZERO_RATED));
        credited.settle(open(credited, "0.00"), true, ISSUED);
        assertThat(credited.view().status()).isEqualTo(InvoiceStatus.CREDITED);

        Invoice paid = issued(line("1", "100.00", ZERO_RATED));
        paid.settle(open(paid, "0.00"), false, ISSUED);
        assertThat(paid.view().status()).isEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void names_and_addresses_are_those_of_the_day_of_issue() {
        InvoiceView view = issued(line("1", "100.00", ZERO_RATED)).view();
        assertThat(view.seller()).isEqualTo(Drafts.SELLER);
        assertThat(view.buyer()).isEqualTo(Drafts.BUYER);
    }

    private static void leaveOpen(Invoice invoice, String on, String... amounts) {
        invoice.settle(open(invoice, amounts), false, LocalDate.parse(on));
    }

    private static Map<UUID, Money> open(Invoice invoice, String... amounts) {
        var instalments = invoice.view().instalments();
        return java.util.stream.IntStream.range(0, amounts.length)
                .boxed()
                .collect(Collectors.toMap(i -> instalments.get(i).id(), i -> eur(amounts[i])));
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatExceptionOfType(RuleViolation.class)
                .isThrownBy(step)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
