package com.company.erp.finance.invoicing;

import static com.company.erp.finance.invoicing.Drafts.ISSUED;
import static com.company.erp.finance.invoicing.Drafts.VAT_20;
import static com.company.erp.finance.invoicing.Drafts.VAT_5;
import static com.company.erp.finance.invoicing.Drafts.ZERO_RATED;
import static com.company.erp.finance.invoicing.Drafts.credit;
import static com.company.erp.finance.invoicing.Drafts.draft;
import static com.company.erp.finance.invoicing.Drafts.grossDraft;
import static com.company.erp.finance.invoicing.Drafts.issue;
import static com.company.erp.finance.invoicing.Drafts.issued;
import static com.company.erp.finance.invoicing.Drafts.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.company.erp.finance.drafting.PricedLine;
import com.company.erp.finance.invoicing.CreditRequest.LineQuantity;
import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.terms.PaymentTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CreditTest {

    @Test
    void a_full_credit_note_returns_the_original_cents() {
        Invoice invoice = issue(
                grossDraft(line("7", "9.99", VAT_20), line("3", "0.33", VAT_20), line("1", "5.05", VAT_5)),
                PaymentTerms.net(30));
        InvoiceView before = invoice.view();
        InvoiceView note = credit(invoice, all());
        assertThat(note.net()).isEqualTo(before.net());
        assertThat(note.taxes()).isEqualTo(before.taxes());
        assertThat(note.lines())
                .extracting(InvoiceView.LineView::quantity, InvoiceView.LineView::gross)
                .isEqualTo(before.lines().stream()
                        .map(l -> org.assertj.core.groups.Tuple.tuple(l.quantity(), l.gross()))
                        .toList());
        assertThat(invoice.creditable()).isEqualTo(eur("0.00"));
        refused("invoice.nothing_left", () -> invoice.credit(all()));
    }

    @Test
    void quantities_are_credited_one_by_one_without_losing_a_cent() {
        Invoice invoice = issued(line("3", "0.335", VAT_20)); // net 1.01, tax 0.20
        Money net = eur("0.00");
        for (int i = 0; i < 3; i++) {
            InvoiceView note = credit(invoice, lines(invoice, "1"));
            net = net.plus(note.net());
        }
        assertThat(net).isEqualTo(eur("1.01"));
        assertThat(invoice.creditable()).isEqualTo(eur("0.00"));
        refused("invoice.overcredited", () -> invoice.credit(lines(invoice, "1")));
    }

    @Test
    void an_amount_is_spread_over_the_tax_codes() {
        Invoice invoice =
                issued(line("1", "100.00", VAT_20), line("1", "100.00", VAT_5), line("1", "75.00", ZERO_RATED));
        InvoiceView note = credit(invoice, amount("30.00")); // a tenth of 300.00
        assertThat(note.gross()).isEqualTo(eur("30.00"));
        assertThat(note.taxes())
                .extracting(InvoiceView.TaxView::net, InvoiceView.TaxView::tax)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(eur("10.00"), eur("2.00")),
                        org.assertj.core.groups.Tuple.tuple(eur("10.00"), eur("0.50")),
                        org.assertj.core.groups.Tuple.tuple(eur("7.50"), eur("0.00")));
        assertThat(note.lines()).extracting(InvoiceView.LineView::text).containsOnly("Goodwill");
        refused("invoice.overcredited", () -> invoice.credit(amount("270.01")));
    }

    @Test
    void a_line_credited_in_part_by_amount_gives_back_what_it_still_has() {
        Invoice invoice = issued(line("2", "50.00", VAT_20));
        credit(invoice, amount("12.00"));
        InvoiceView rest = credit(invoice, lines(invoice, "2"));
        assertThat(rest.gross()).isEqualTo(eur("108.00"));
        assertThat(rest.lines().getFirst().quantity()).isEqualTo("1");
        assertThat(rest.lines().getFirst().unitPrice()).isEqualTo("90");
    }

    @Test
    void a_draft_a_credit_note_and_an_earlier_date_are_refused() {
        refused("invoice.not_issued", () -> draft(line("1", "1.00", VAT_20)).credit(all()));
        Invoice invoice = issued(line("1", "1.00", VAT_20));
        refused("credit.date", () -> invoice.credit(new CreditRequest(ISSUED.minusDays(1), "Goodwill", null, null)));
        Invoice note = invoice.credit(all());
        refused("invoice.not_issued", () -> note.credit(all()));
    }

    @Test
    void lines_and_an_amount_together_are_refused() {
        Invoice invoice = issued(line("1", "1.00", VAT_20));
        var both = new CreditRequest(ISSUED, "Goodwill", lines(invoice, "1").lines(), eur("1.00"));
        refused("credit.ambiguous", () -> invoice.credit(both));
        refused("credit.amount", () -> invoice.credit(amount("0.00")));
        refused(
                "credit.amount",
                () -> invoice.credit(new CreditRequest(ISSUED, "Goodwill", null, Money.of("1.00", "USD"))));
    }

    /** Any credits by amount and by line, then the rest: together they are the invoice, by tax code. */
    @Property(tries = 300)
    void credits_in_any_steps_return_exactly_the_invoice(
            @ForAll("lines") List<PricedLine> lines, @ForAll boolean gross, @ForAll("shares") List<Integer> percents) {
        PricedLine[] array = lines.toArray(PricedLine[]::new);
        Invoice invoice = issue(gross ? grossDraft(array) : draft(array), PaymentTerms.net(30));
        List<InvoiceView> notes = new ArrayList<>();
        for (int percent : percents) {
            BigDecimal cents = invoice.creditable()
                    .amount()
                    .multiply(BigDecimal.valueOf(percent))
                    .movePointLeft(2);
            Money part = Money.round(cents, Drafts.EUR);
            if (part.isPositive()) notes.add(credit(invoice, new CreditRequest(ISSUED, "Goodwill", null, part)));
        }
        if (invoice.creditable().isPositive()) notes.add(credit(invoice, all()));
        InvoiceView original = invoice.view();
        assertThat(sum(notes, InvoiceView::net)).isEqualTo(original.net());
        assertThat(sum(notes, InvoiceView::tax)).isEqualTo(original.tax());
        for (var tax : original.taxes()) {
            Money back = notes.stream()
                    .flatMap(note -> note.taxes().stream())
                    .filter(t -> t.taxCode().equals(tax.taxCode()))
                    .map(InvoiceView.TaxView::tax)
                    .reduce(eur("0.00"), Money::plus);
            assertThat(back).isEqualTo(tax.tax());
        }
        assertThat(original.creditable()).isEqualTo(eur("0.00"));
    }

    @Provide
    Arbitrary<List<PricedLine>> lines() {
        Arbitrary<BigDecimal> quantity = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.5"), new BigDecimal("200"))
                .ofScale(3);
        Arbitrary<BigDecimal> price = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.10"), new BigDecimal("5000"))
                .ofScale(4);
        return Combinators.combine(quantity, price, Arbitraries.of(VAT_20, VAT_5, ZERO_RATED))
                .as((q, p, code) -> line(q.toPlainString(), p.toPlainString(), code))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<Integer>> shares() {
        return Arbitraries.integers().between(1, 99).list().ofMaxSize(4);
    }

    private static Money sum(List<InvoiceView> notes, java.util.function.Function<InvoiceView, Money> amount) {
        return notes.stream().map(amount).reduce(eur("0.00"), Money::plus);
    }

    private static CreditRequest all() {
        return new CreditRequest(LocalDate.parse("2026-03-05"), "Goodwill", null, null);
    }

    private static CreditRequest amount(String amount) {
        return new CreditRequest(LocalDate.parse("2026-03-05"), "Goodwill", null, eur(amount));
    }

    private static CreditRequest lines(Invoice invoice, String quantity) {
        var line = new LineQuantity(invoice.lines().getFirst().uuid(), new BigDecimal(quantity));
        return new CreditRequest(LocalDate.parse("2026-03-05"), "Goodwill", List.of(line), null);
    }

    private static void refused(String code, ThrowingCallable step) {
        assertThatExceptionOfType(ErpException.class)
                .isThrownBy(step)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
