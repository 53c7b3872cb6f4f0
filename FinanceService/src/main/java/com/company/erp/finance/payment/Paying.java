package com.company.erp.finance.payment;

import com.company.erp.finance.subledger.AllocationView;
import com.company.erp.finance.subledger.OpenItemView;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.NotFound;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.Needs;
import com.company.erp.platform.access.Refuses;
import com.company.erp.platform.access.Ruled;
import com.company.erp.platform.web.KeysetQuery;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Payments of customers: each is posted, numbered and settles open items in one transaction, or not at all. */
@Door
public class Paying {

    private final Payments payments;
    private final PaymentPosting posting;
    private final Subledger subledger;
    private final JdbcClient jdbc;

    Paying(Payments payments, PaymentPosting posting, Subledger subledger, JdbcClient jdbc) {
        this.payments = payments;
        this.posting = posting;
        this.subledger = subledger;
        this.jdbc = jdbc;
    }

    /** What a list of payments may be narrowed to. */
    public record PaymentFilter(
            @Nullable PaymentKind kind,
            @Nullable PaymentStatus status,
            @Nullable PartyId customer,
            @Nullable String number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * Records money received: posts it at the day's rate, settles what it is for, and books granted discounts with
     * their
     * tax, the bank's fee, and realised exchange differences.
     *
     * @throws NotFound party.unknown, document.unknown
     * @throws com.company.erp.kernel.InvalidInput payment.amount, payment.account
     * @throws com.company.erp.kernel.RuleViolation payment.rest, payment.discount, allocation.exceeds_open,
     *     period.locked, rate.missing
     */
    @Needs("payment.receive")
    @Refuses({
        "party.unknown",
        "document.unknown",
        "document.ambiguous",
        "payment.amount",
        "payment.currency",
        "payment.account",
        "payment.rest",
        "payment.discount",
        "allocation.exceeds_open",
        "allocation.mismatch",
        "allocation.date",
        "allocation.amount",
        "rate.missing",
        "period.locked",
        "period.missing",
        "books.missing",
        "series.backdated",
        "account_default.missing",
        "account.not_postable",
        "record.linked"
    })
    public PaymentView receive(Receipt receipt) {
        return view(posting.receive(receipt));
    }

    /**
     * Pays a customer's credit back.
     *
     * @throws com.company.erp.kernel.RuleViolation payment.rest, when the shares do not add up to the amount
     */
    @Needs(value = "payment.refund", ruledBy = Ruled.AMOUNT)
    @Refuses({
        "party.unknown",
        "document.unknown",
        "payment.amount",
        "payment.currency",
        "payment.account",
        "payment.rest",
        "payment.discount",
        "allocation.exceeds_open",
        "allocation.mismatch",
        "allocation.date",
        "allocation.amount",
        "rate.missing",
        "period.locked",
        "period.missing",
        "books.missing",
        "series.backdated",
        "account_default.missing",
        "account.not_postable",
        "record.linked"
    })
    public PaymentView refund(Refund refund) {
        return view(posting.refund(refund));
    }

    /**
     * Lets an amount go, with its share of the tax. Above the limit of {@code erp.payment.write-off-limit} this needs
     * the
     * permission payment.write_off_any as well.
     *
     * @throws com.company.erp.kernel.RuleViolation payment.write_off_limit, allocation.exceeds_open, period.locked
     */
    @Needs(value = "payment.write_off", widenedBy = "payment.write_off_any", ruledBy = Ruled.AMOUNT)
    @Refuses({
        "party.unknown", "document.unknown", "payment.amount", "payment.currency", "payment.write_off_limit",
        "allocation.exceeds_open", "allocation.mismatch", "allocation.date", "allocation.amount", "rate.missing",
        "period.locked", "period.missing", "books.missing", "series.backdated", "account_default.missing",
        "account.not_postable", "record.linked"
    })
    public PaymentView writeOff(WriteOff writeOff) {
        return view(posting.writeOff(writeOff));
    }

    /**
     * Takes a payment back, because it bounced or was a mistake: what it settled is open again, and a linked entry
     * reverses what it posted.
     *
     * @throws NotFound payment.unknown
     * @throws com.company.erp.kernel.RuleViolation payment.transition, allocation.date, period.locked
     */
    @Needs("payment.reverse")
    @Refuses({
        "payment.unknown",
        "payment.transition",
        "allocation.date",
        "period.locked",
        "period.missing",
        "series.backdated",
        "account_default.missing",
        "account.not_postable"
    })
    public PaymentView reverse(PaymentId id, LocalDate on, String reason) {
        return view(posting.reverse(payments.take(id), on, reason));
    }

    /** @throws NotFound payment.unknown */
    @Needs("payment.read")
    @Refuses("payment.unknown")
    @Transactional(readOnly = true)
    public PaymentView find(PaymentId id) {
        return view(payments.get(id));
    }

    @Needs("payment.read")
    @Transactional(readOnly = true)
    public Page<PaymentRow> list(PaymentFilter filter, Paging paging) {
        return query(filter)
                .page(
                        jdbc,
                        paging,
                        "-date",
                        (row, n) -> new PaymentRow(
                                new PaymentId(row.getObject("id", UUID.class)),
                                row.getString("number"),
                                PaymentKind.valueOf(row.getString("kind")),
                                PaymentStatus.valueOf(row.getString("status")),
                                new PartyId(row.getObject("party_id", UUID.class)),
                                row.getString("name"),
                                row.getObject("paid_on", LocalDate.class),
                                new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
                                row.getString("reference")));
    }

    /** What all of a list come to: {@code amount}. */
    @Needs("payment.read")
    @Transactional(readOnly = true)
    public ListTotals totals(PaymentFilter filter) {
        return query(filter).totals(jdbc, "y.currency", Map.of("amount", "y.amount"));
    }

    private static KeysetQuery query(PaymentFilter filter) {
        return KeysetQuery.of(
                        """
                        y.id, y.number, y.kind, y.status, y.party_id, p.name, y.paid_on, y.amount, y.currency,
                        y.reference""", "payments y JOIN parties p ON p.company_id = y.company_id AND p.id =" + " y.party_id")
                .filter("y.kind = :kind", "kind", filter.kind())
                .filter("y.status = :status", "status", filter.status())
                .filter(
                        "y.party_id = :customer",
                        "customer",
                        filter.customer() == null ? null : filter.customer().value())
                .filter("y.number = :number", "number", filter.number())
                .filter("y.paid_on >= :from", "from", filter.from())
                .filter("y.paid_on <= :to", "to", filter.to())
                .sort("date", "y.paid_on", "date");
    }

    private PaymentView view(Payment payment) {
        DocumentRef ref = payment.ref();
        Money unallocated = subledger.items(ref).stream()
                .map(OpenItemView::open)
                .reduce(Money.zero(payment.amount().currency()), Money::plus);
        List<AllocationView> allocations = subledger.allocationsOf(ref.id());
        return new PaymentView(
                payment.id(),
                payment.number(),
                payment.kind(),
                payment.status(),
                new PartyId(payment.party()),
                payment.paidOn(),
                payment.amount(),
                unallocated.abs(),
                payment.account(),
                payment.reference(),
                payment.entry(),
                allocations,
                payment.version());
    }
}
