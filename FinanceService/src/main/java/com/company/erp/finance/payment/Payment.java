package com.company.erp.finance.payment;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment of or to a customer. It is posted when it is recorded and never edited; one that bounced, or was recorded
 * by
 * mistake, is reversed, which opens again whatever it had settled. A write-off is a payment that will not come.
 */
@Entity
@Table(name = "payments")
class Payment extends CompanyRecord {

    static final String TYPE = "payment";

    @Enumerated(EnumType.STRING)
    private PaymentKind kind;

    @Enumerated(EnumType.STRING)
    private PaymentStatus status = PaymentStatus.POSTED;

    private @Nullable String number;

    @Column(name = "party_id")
    private UUID party;

    @Column(name = "paid_on")
    private LocalDate paidOn;

    private String currency;
    private BigDecimal amount;

    @Column(name = "account_id")
    private UUID account;

    private @Nullable String reference;

    @Column(name = "entry_id")
    private UUID entry = EntryId.next().value();

    @Column(name = "reversal_id")
    private @Nullable UUID reversal;

    @SuppressWarnings("NullAway.Init")
    protected Payment() {}

    Payment(
            PaymentKind kind,
            UUID party,
            LocalDate paidOn,
            Money amount,
            AccountId account,
            @Nullable String reference) {
        this.kind = kind;
        this.party = party;
        this.paidOn = paidOn;
        this.currency = amount.currency().getCurrencyCode();
        this.amount = amount.amount();
        this.account = account.value();
        this.reference = reference;
    }

    void numbered(String given) {
        this.number = given;
    }

    void reverse(EntryId by) {
        this.status = status.to(PaymentStatus.REVERSED);
        this.reversal = by.value();
    }

    DocumentRef ref() {
        return new DocumentRef(TYPE, uuid());
    }

    PaymentId id() {
        return new PaymentId(uuid());
    }

    PaymentKind kind() {
        return kind;
    }

    EntryId entry() {
        return new EntryId(entry);
    }

    UUID party() {
        return party;
    }

    LocalDate paidOn() {
        return paidOn;
    }

    Money amount() {
        return new Money(amount, Currency.getInstance(currency));
    }

    String number() {
        return number == null ? "" : number;
    }

    @Nullable String reference() {
        return reference;
    }

    PaymentStatus status() {
        return status;
    }

    AccountId account() {
        return new AccountId(account);
    }
}
