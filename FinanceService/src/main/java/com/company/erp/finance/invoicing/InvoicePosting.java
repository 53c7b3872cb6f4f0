package com.company.erp.finance.invoicing;

import static java.util.Objects.requireNonNull;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountMap;
import com.company.erp.finance.chart.DefaultAccount;
import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.ledger.EntryDraft;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.ledger.LineDraft;
import com.company.erp.finance.ledger.TaxMark;
import com.company.erp.finance.ledger.TaxMark.TaxRole;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.finance.subledger.OpenItemDraft;
import com.company.erp.finance.subledger.OpenItemId;
import com.company.erp.finance.subledger.OpenItemView;
import com.company.erp.finance.subledger.Pairing;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.currency.RateOn;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.masterdata.tax.TaxCodeId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an issued document says to the ledger: the receivable, revenue by account and tax code, tax by code. A credit
 * note says the same with opposite signs. Each line is translated to the base currency by itself; the cents by which
 * they then differ from the receivable go to the account for translation differences.
 */
final class InvoicePosting {

    private final InvoiceView invoice;
    private final AccountMap accounts;
    private final RateOn rate;
    private final List<LineDraft> lines = new ArrayList<>();

    private InvoicePosting(InvoiceView invoice, AccountMap accounts) {
        this.invoice = invoice;
        this.accounts = accounts;
        this.rate = rateOf(invoice);
    }

    private record Revenue(AccountId account, TaxCodeId taxCode) {}

    static EntryDraft entry(InvoiceView invoice, AccountMap accounts) {
        return new EntryDraft(
                EntryId.next(),
                invoice.type() == InvoiceType.CREDIT_NOTE ? JournalKind.CREDIT_NOTES : JournalKind.SALES,
                requireNonNull(invoice.issueDate()),
                invoice.customerName(),
                invoice.type().ref(invoice.id()),
                new InvoicePosting(invoice, accounts).lines());
    }

    private List<LineDraft> lines() {
        add(accounts.of(DefaultAccount.RECEIVABLE), invoice.gross(), invoice.customer(), null);
        Map<Revenue, Money> revenues = new LinkedHashMap<>();
        invoice.lines().forEach(l -> revenues.merge(new Revenue(l.account(), l.taxCode()), l.net(), Money::plus));
        revenues.forEach((revenue, net) ->
                add(revenue.account, net.negate(), null, new TaxMark(revenue.taxCode.value(), TaxRole.BASE)));
        for (var group : invoice.taxes()) {
            var mark = new TaxMark(group.taxCode().value(), TaxRole.TAX);
            if (!group.tax().isZero())
                add(accounts.outputTax(mark.taxCode()), group.tax().negate(), null, mark);
        }
        addResidue();
        return List.copyOf(lines);
    }

    private void add(AccountId account, Money amount, @Nullable PartyId party, @Nullable TaxMark tax) {
        if (amount.isZero()) return;
        Money signed = signed(amount);
        lines.add(
                new LineDraft(account, signed, rate.convert(signed), party == null ? null : party.value(), tax, null));
    }

    private void addResidue() {
        Money residue = lines.stream().map(LineDraft::base).reduce(Money.zero(rate.to()), Money::plus);
        if (residue.isZero()) return;
        AccountId account = accounts.of(DefaultAccount.TRANSLATION_DIFFERENCE);
        lines.add(new LineDraft(account, Money.zero(invoice.currency()), residue.negate(), null, null, null));
    }

    static RateOn rateOf(InvoiceView invoice) {
        return new RateOn(
                invoice.currency(),
                requireNonNull(invoice.baseGross()).currency(),
                requireNonNull(invoice.exchangeRate()),
                requireNonNull(invoice.exchangeRateDate()));
    }

    private Money signed(Money amount) {
        return invoice.type() == InvoiceType.CREDIT_NOTE ? amount.negate() : amount;
    }

    /** One item for each instalment; in the base currency they share the receivable to the cent. */
    static List<OpenItemDraft> items(InvoiceView invoice, AccountMap accounts) {
        return new InvoicePosting(invoice, accounts).items();
    }

    private List<OpenItemDraft> items() {
        List<OpenItemDraft> items = new ArrayList<>();
        Money soFar = Money.zero(invoice.currency());
        for (var instalment : invoice.instalments()) {
            Money upTo = soFar.plus(instalment.amount());
            items.add(new OpenItemDraft(
                    new OpenItemId(instalment.id()),
                    accounts.of(DefaultAccount.RECEIVABLE),
                    invoice.customer().value(),
                    invoice.type().ref(invoice.id()),
                    requireNonNull(invoice.issueDate()),
                    instalment.dueDate(),
                    signed(instalment.amount()),
                    signed(rate.convert(upTo).minus(rate.convert(soFar))),
                    invoice.discountUntil(),
                    discountOn(instalment.amount())));
            soFar = upTo;
        }
        return items;
    }

    private @Nullable Money discountOn(Money amount) {
        BigDecimal percent = invoice.discountPercent();
        if (percent == null) return null;
        return Money.round(amount.amount().multiply(percent).movePointLeft(2), amount.currency());
    }

    /**
     * How a credit note settles what is open of the invoice: the earliest instalment first, and never more than is
     * open.
     */
    static List<Pairing> pairings(InvoiceView note, List<OpenItemView> items) {
        OpenItemId credit = new OpenItemId(note.instalments().getFirst().id());
        Money left = note.gross();
        List<Pairing> pairings = new ArrayList<>();
        for (OpenItemView item : items) {
            Money amount = left.min(item.open());
            if (!amount.isPositive()) continue;
            pairings.add(new Pairing(item.id(), credit, amount));
            left = left.minus(amount);
        }
        return pairings;
    }
}
