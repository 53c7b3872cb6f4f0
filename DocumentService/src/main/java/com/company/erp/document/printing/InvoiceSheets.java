package com.company.erp.document.printing;

import com.company.erp.document.letterhead.LetterheadDetails;
import com.company.erp.document.press.Sheet.Fact;
import com.company.erp.document.press.Words;
import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.drafting.PartySnapshot;
import com.company.erp.finance.invoicing.InvoiceView;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.Address;
import com.company.erp.masterdata.party.PartyView;
import com.company.erp.masterdata.tax.TaxCodeId;
import com.company.erp.masterdata.tax.TaxCodeView;
import com.company.erp.masterdata.tax.TaxKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Puts one invoice or credit note into words and figures. */
final class InvoiceSheets {

    private final InvoiceView invoice;
    private final @Nullable InvoiceView corrected;
    private final PartyView customer;
    private final Map<TaxCodeId, TaxCodeView> taxCodes;
    private final LetterheadDetails letterhead;
    private final PaperMaker maker;
    private final Words words;

    InvoiceSheets(
            InvoiceView invoice,
            @Nullable InvoiceView corrected,
            PartyView customer,
            Map<TaxCodeId, TaxCodeView> taxCodes,
            LetterheadDetails letterhead,
            PaperMaker maker,
            Words words) {
        this.invoice = invoice;
        this.corrected = corrected;
        this.customer = customer;
        this.taxCodes = taxCodes;
        this.letterhead = letterhead;
        this.maker = maker;
        this.words = words;
    }

    InvoiceSheet sheet() {
        Paper paper = maker.paper(invoice.seller(), recipient());
        String total = words.word(isCredit() ? "total.credit" : "total") + " " + invoice.currency();
        return new InvoiceSheet(
                words,
                paper,
                title(),
                number() == null,
                facts(),
                null,
                invoice.currency().getCurrencyCode(),
                invoice.lines().stream().anyMatch(line -> line.discountPercent().signum() != 0),
                lines(),
                totals(),
                new Fact(total, words.amount(invoice.gross())),
                taxes(),
                remarks(),
                payment(paper.company()));
    }

    private boolean isCredit() {
        return invoice.type() == InvoiceType.CREDIT_NOTE;
    }

    String title() {
        String kind = words.word(isCredit() ? "credit_note" : "invoice");
        String number = number();
        return kind + " " + (number == null ? "(" + words.word("draft") + ")" : number);
    }

    private @Nullable String number() {
        return number(invoice);
    }

    /** One that was issued elsewhere is called by its number there. */
    private static @Nullable String number(InvoiceView invoice) {
        boolean issuedElsewhere = invoice.number() == null && invoice.issueDate() != null;
        return issuedElsewhere ? invoice.externalReference() : invoice.number();
    }

    private List<String> recipient() {
        PartySnapshot named = invoice.buyer() == null ? asNow() : invoice.buyer();
        List<String> lines = new ArrayList<>(List.of(named.name()));
        lines.addAll(maker.address(named, true));
        return lines;
    }

    private PartySnapshot asNow() {
        Address address = customer.billingAddress();
        return new PartySnapshot(
                customer.nameOnDocuments(),
                address == null ? List.of() : address.lines(),
                address == null ? null : address.postalCode(),
                address == null ? null : address.city(),
                address == null ? null : address.region(),
                address == null ? customer.country() : address.country(),
                customer.taxId());
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        BiConsumer<String, @Nullable String> say = (label, value) -> {
            if (value != null && !value.isBlank()) facts.add(new Fact(words.word(label), value));
        };
        say.accept("date.issue", words.date(invoice.issueDate()));
        say.accept("date.supply", words.date(invoice.supplyDate()));
        if (!isCredit()) say.accept("date.due", words.date(invoice.dueDate()));
        if (corrected != null) {
            say.accept("credits", number(corrected));
            facts.add(new Fact("", words.date(corrected.issueDate())));
        }
        say.accept("customer.number", customer.code());
        say.accept("customer.reference", invoice.customerReference());
        say.accept(
                "customer.tax_id",
                invoice.buyer() == null ? customer.taxId() : invoice.buyer().taxId());
        return facts;
    }

    private boolean isGross() {
        return invoice.priceMode() == PriceMode.GROSS;
    }

    private List<InvoiceSheet.Line> lines() {
        List<InvoiceSheet.Line> lines = new ArrayList<>(invoice.lines().size());
        Money sum = Money.zero(invoice.currency());
        for (InvoiceView.LineView line : invoice.lines()) {
            Money amount = isGross() ? line.gross() : line.net();
            sum = sum.plus(amount);
            String unit = line.unit() == null ? "" : "\u00a0" + line.unit();
            lines.add(new InvoiceSheet.Line(
                    line.position(),
                    line.text().lines().toList(),
                    words.quantity(line.quantity()) + unit,
                    words.price(line.unitPrice(), invoice.currency()),
                    line.discountPercent().signum() == 0 ? "" : words.percent(line.discountPercent()),
                    words.percent(line.taxPercent()),
                    words.amount(amount),
                    words.amount(sum)));
        }
        return lines;
    }

    /** With the sum of the taxes where a table of its own tells them by rate. */
    private List<Fact> totals() {
        List<Fact> totals = new ArrayList<>();
        totals.add(new Fact(words.word("net"), words.amount(invoice.net())));
        if (invoice.taxes().size() > 1) {
            totals.add(new Fact(words.word("vat.sum"), words.amount(invoice.tax())));
            return totals;
        }
        for (InvoiceView.TaxView tax : invoice.taxes()) {
            if (tax.percent().signum() == 0) continue;
            String label = words.word("vat", words.percent(tax.percent()), words.amount(tax.net()));
            totals.add(new Fact(label, words.amount(tax.tax())));
        }
        return totals;
    }

    /** Where there is one rate only, the totals say all. */
    private List<InvoiceSheet.Tax> taxes() {
        if (invoice.taxes().size() < 2) return List.of();
        return invoice.taxes().stream()
                .map(tax -> new InvoiceSheet.Tax(
                        words.percent(tax.percent()), words.amount(tax.net()), words.amount(tax.tax())))
                .toList();
    }

    private List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        List<TaxKind> kinds = invoice.taxes().stream()
                .map(tax -> taxCodes.get(tax.taxCode()))
                .filter(Objects::nonNull)
                .map(TaxCodeView::kind)
                .distinct()
                .toList();
        if (kinds.contains(TaxKind.EXEMPT)) remarks.add(words.word("tax.exempt"));
        if (kinds.contains(TaxKind.REVERSE_CHARGE)) remarks.add(words.word("tax.reverse_charge"));
        Money baseTax = invoice.baseTax();
        var rate = invoice.exchangeRate();
        if (baseTax != null && rate != null && !baseTax.currency().equals(invoice.currency())) {
            remarks.add(words.word(
                    "tax.base",
                    baseTax.currency(),
                    words.amount(baseTax),
                    words.quantity(rate),
                    words.date(invoice.exchangeRateDate())));
        }
        if (invoice.notes() != null) invoice.notes().lines().forEach(remarks::add);
        if (letterhead.closing() != null) letterhead.closing().lines().forEach(remarks::add);
        return remarks;
    }

    private @Nullable PaymentSlip payment(String payee) {
        String number = number();
        if (isCredit() || number == null || invoice.gross().amount().signum() <= 0) return null;
        boolean inParts = invoice.instalments().size() > 1;
        String amount = words.amount(invoice.gross()) + " " + invoice.currency();
        String heading = inParts
                ? words.word("payment.instalments", amount)
                : words.word("payment", amount, words.date(invoice.dueDate()));
        return PaymentSlip.of(heading, letterhead, payee, number, inParts ? null : invoice.gross(), words)
                .with(inParts ? instalments() : List.of(), discount());
    }

    private List<Fact> instalments() {
        return invoice.instalments().stream()
                .map(part ->
                        new Fact(words.word("instalment", words.date(part.dueDate())), words.amount(part.amount())))
                .toList();
    }

    private List<Fact> discount() {
        if (invoice.discountPercent() == null) return List.of();
        String percent = words.percent(invoice.discountPercent());
        return List.of(new Fact("", words.word("payment.discount", percent, words.date(invoice.discountUntil()))));
    }
}
