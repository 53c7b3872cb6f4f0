package com.company.erp.finance.invoicing;

import com.company.erp.finance.calculation.Amounts;
import com.company.erp.finance.calculation.DocumentCalculation;
import com.company.erp.finance.calculation.DocumentCalculation.TaxGroup;
import com.company.erp.finance.drafting.InvoiceHead;
import com.company.erp.finance.drafting.InvoiceType;
import com.company.erp.finance.drafting.IssueTerms;
import com.company.erp.finance.drafting.PartySnapshot;
import com.company.erp.finance.drafting.PricedLine;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.currency.RateOn;
import com.company.erp.masterdata.terms.Instalment;
import com.company.erp.masterdata.terms.PaymentTerms;
import com.company.erp.platform.audit.NotAudited;
import com.company.erp.platform.tenancy.CompanyRecord;
import com.company.erp.platform.tenancy.Reaching;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer invoice or credit note. While DRAFT it may change freely, or be CANCELLED. Once ISSUED it has a number, is
 * posted, and its lines never change: what the customer received is corrected by a credit note, never by an edit. It
 * turns OVERDUE when an instalment is late, PAID when nothing is open, CREDITED when credit notes alone closed it; and
 * back when a settlement is undone. All amounts are positive and in one currency, at its minor unit.
 */
@Entity
@Table(name = "invoices")
class Invoice extends CompanyRecord {

    @Enumerated(EnumType.STRING)
    private InvoiceStatus status = InvoiceStatus.DRAFT;

    @Embedded
    private InvoiceHead head;

    private @Nullable String number; // Given on issue, without gaps; null while DRAFT.
    private @Nullable LocalDate issueDate;
    private @Nullable LocalDate dueDate; // Of the last instalment.
    private @Nullable LocalDate nextDueDate; // Of the first instalment that is open; never for a credit note.
    private BigDecimal net = BigDecimal.ZERO;
    private BigDecimal tax = BigDecimal.ZERO;
    private BigDecimal gross = BigDecimal.ZERO;
    private BigDecimal settled = BigDecimal.ZERO;
    private BigDecimal credited = BigDecimal.ZERO; // Gross, by credit notes for this invoice.
    private @Nullable UUID madeBy = Reaching.maker();

    @Embedded
    private @Nullable AsIssued asIssued;

    @Column(name = "credits_id")
    private @Nullable UUID credits; // The invoice that this credit note corrects.

    /** Counts how often the lines were rewritten, so that a change of a line alone moves the version too. */
    @NotAudited
    private int rewrites;

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("position")
    private List<InvoiceLine> lines = new ArrayList<>();

    @OneToMany(mappedBy = "invoice", cascade = CascadeType.ALL)
    @OrderBy("position")
    private List<InvoiceInstalment> instalments = new ArrayList<>();

    @SuppressWarnings("NullAway.Init") // Hibernate fills it.
    protected Invoice() {}

    private Invoice(InvoiceHead head) {
        this.head = head;
    }

    static Invoice draft(InvoiceHead head, List<PricedLine> lines) {
        Invoice invoice = new Invoice(head);
        invoice.write(lines);
        return invoice;
    }

    /**
     * Replaces what the draft says.
     *
     * @throws RuleViolation invoice.not_draft
     */
    void change(InvoiceHead newHead, List<PricedLine> newLines) {
        if (status != InvoiceStatus.DRAFT) {
            throw new RuleViolation("invoice.not_draft", "Only a draft changes; a credit note corrects the others.");
        }
        this.head = newHead;
        this.rewrites++;
        write(newLines);
    }

    private void write(List<PricedLine> newLines) {
        lines.clear();
        newLines.forEach(this::add);
        calculate();
    }

    private InvoiceLine add(PricedLine line) {
        var added = new InvoiceLine(this, lines.size() + 1, line);
        lines.add(added);
        return added;
    }

    private void calculate() {
        var priced = lines.stream().map(InvoiceLine::forCalculation).toList();
        var sum = DocumentCalculation.of(head.prices(), head.rounding(), head.currency(), priced);
        for (int i = 0; i < lines.size(); i++) lines.get(i).amountTo(sum.lines().get(i));
        total(sum.total());
    }

    private void total(Amounts total) {
        this.net = total.net().amount();
        this.tax = total.tax().amount();
        this.gross = total.gross().amount();
    }

    @Nullable UUID madeBy() {
        return madeBy;
    }

    void cancel() {
        this.status = status.to(InvoiceStatus.CANCELLED);
    }

    /**
     * Dates the draft and freezes all that it depends on: rates of tax and exchange, due dates, names and addresses.
     *
     * @throws RuleViolation invoice.empty, invoice.not_positive, invoice.transition
     */
    void issue(IssueTerms at) {
        if (lines.isEmpty()) throw new RuleViolation("invoice.empty", "An invoice needs at least one line.");
        this.status = status.to(InvoiceStatus.ISSUED);
        this.issueDate = at.date();
        if (head.supplyDate() == null) this.head = head.suppliedOn(at.date());
        if (credits == null) {
            lines.forEach(line -> line.taxAt(at.taxPercents()));
            calculate();
        }
        if (gross.signum() <= 0) {
            throw new RuleViolation("invoice.not_positive", "The total must be above zero; else write a credit note.");
        }
        fallDue(at);
        this.asIssued = AsIssued.of(at, TaxGroup.sum(lines.stream().map(InvoiceLine::taxGroup)), gross());
    }

    private void fallDue(IssueTerms at) {
        this.instalments = new ArrayList<>(); // A draft has none, which is not worth asking.
        for (Instalment due : at.payment().instalments(gross(), at.date())) {
            if (due.amount().isZero()) continue; // A few cents in many shares.
            instalments.add(new InvoiceInstalment(this, instalments.size() + 1, due.dueDate(), due.amount()));
        }
        this.dueDate = instalments.getLast().dueDate();
        if (!isCreditNote()) this.nextDueDate = instalments.getFirst().dueDate();
    }

    void numbered(String given) {
        this.number = given;
    }

    /**
     * The due date itself is still on time; the day after is late.
     *
     * @throws RuleViolation invoice.not_due
     */
    void markOverdue(LocalDate today) {
        if (nextDueDate == null || !nextDueDate.isBefore(today)) {
            throw new RuleViolation("invoice.not_due", "Nothing of %s is late on %s.".formatted(number, today));
        }
        this.status = status.to(InvoiceStatus.OVERDUE);
    }

    /**
     * Follows its open items: what they leave open, and the status that this gives.
     *
     * @param open by the id of the instalment; absent when nothing is open of it
     * @param byCreditAlone whether all that was settled, was settled by credit notes
     */
    void settle(Map<UUID, Money> open, boolean byCreditAlone, LocalDate on) {
        LocalDate dueBefore = nextDueDate;
        Money left = Money.zero(head.currency());
        this.nextDueDate = null;
        for (InvoiceInstalment instalment : instalments) {
            instalment.leaveOpen(open.getOrDefault(instalment.uuid(), Money.zero(head.currency())));
            left = left.plus(instalment.open());
            if (isCreditNote() || nextDueDate != null || instalment.open().isZero()) continue;
            this.nextDueDate = instalment.dueDate();
        }
        this.settled = gross.subtract(left.amount());
        this.status = left.isZero()
                ? status.closed(byCreditAlone && !isCreditNote())
                : status.open(dueBefore, nextDueDate, on);
    }

    /**
     * Makes the credit note for a part of it, or all. Its amounts are shares of what is here, never calculated again.
     *
     * @throws RuleViolation invoice.not_issued, invoice.nothing_left, invoice.overcredited, credit.date
     */
    Invoice credit(CreditRequest wanted) {
        if (isCreditNote() || asIssued == null) {
            throw new RuleViolation("invoice.not_issued", "Only an issued invoice can be credited.");
        }
        if (issueDate == null || wanted.on().isBefore(issueDate)) {
            throw new RuleViolation("credit.date", "A credit note is not dated before its invoice.");
        }
        List<CreditShares.Share> shares = CreditShares.of(this, wanted);
        if (shares.isEmpty()) throw new RuleViolation("invoice.nothing_left", "All of it is credited already.");
        Invoice note = new Invoice(head.credited(wanted.reason()));
        note.credits = uuid();
        Amounts total = Amounts.zero(head.currency());
        for (var line : CreditShares.onNote(shares, head, wanted.reason())) {
            note.add(line.line()).amountTo(line.amounts());
            total = total.plus(line.amounts());
        }
        note.total(total);
        shares.forEach(share -> share.line().credit(share.quantity(), share.amounts()));
        this.credited = credited.add(note.gross);
        return note;
    }

    /** A credit note is due at once, and translated at the rate of the invoice that it corrects. */
    IssueTerms termsOfCredit(LocalDate on, PartySnapshot seller, PartySnapshot buyer) {
        RateOn rate = Objects.requireNonNull(asIssued).rate(head.currency());
        return new IssueTerms(on, PaymentTerms.net(0), Map.of(), rate, seller, buyer);
    }

    InvoiceEvent.Overdue overdue() {
        return new InvoiceEvent.Overdue(id(), number, nextDueDate, open());
    }

    /** Zero until it is posted: what nobody owes yet is changed, not credited. */
    Money creditable() {
        return status.isPosted() ? money(gross.subtract(credited)) : money(BigDecimal.ZERO);
    }

    /** Zero until it is posted. */
    Money open() {
        return status.isPosted() ? money(gross.subtract(settled)) : money(BigDecimal.ZERO);
    }

    Money gross() {
        return money(gross);
    }

    Money money(BigDecimal amount) {
        return new Money(amount, head.currency());
    }

    boolean isCreditNote() {
        return head.type() == InvoiceType.CREDIT_NOTE;
    }

    InvoiceId id() {
        return new InvoiceId(uuid());
    }

    InvoiceHead head() {
        return head;
    }

    List<InvoiceLine> lines() {
        return List.copyOf(lines);
    }

    InvoiceView view() {
        return InvoiceView.of(
                id(),
                version(),
                status,
                number,
                head,
                new InvoiceView.Dates(issueDate, head.supplyDate(), dueDate, nextDueDate),
                new InvoiceView.Totals(money(net), money(tax), gross(), open(), creditable()),
                asIssued,
                credits,
                lines.stream().map(InvoiceLine::view).toList(),
                instalments.stream().map(InvoiceInstalment::view).toList());
    }
}
