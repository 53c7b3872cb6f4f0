package com.company.erp.finance.payment;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.chart.AccountMap;
import com.company.erp.finance.chart.AccountView;
import com.company.erp.finance.chart.Chart;
import com.company.erp.finance.chart.DefaultAccount;
import com.company.erp.finance.ledger.EntryDraft;
import com.company.erp.finance.ledger.EntryId;
import com.company.erp.finance.ledger.LineDraft;
import com.company.erp.finance.ledger.Posted;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.finance.subledger.OpenItemDraft;
import com.company.erp.finance.subledger.OpenItemId;
import com.company.erp.finance.subledger.Subledger;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.masterdata.currency.RateOn;
import com.company.erp.platform.tenancy.Reaching;
import com.company.erp.platform.tenancy.Scope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Turns payments into entries and open items, and settles what they are for. */
@Component
class PaymentPosting {

    private final Payments payments;
    private final Chart chart;
    private final Subledger subledger;
    private final Settlement settlement;
    private final TaxCorrection taxes;
    private final DayRate rates;
    private final PaymentProperties limits;
    private final ApplicationEventPublisher events;

    PaymentPosting(
            Payments payments,
            Chart chart,
            Subledger subledger,
            Settlement settlement,
            TaxCorrection taxes,
            DayRate rates,
            PaymentProperties limits,
            ApplicationEventPublisher events) {
        this.payments = payments;
        this.chart = chart;
        this.subledger = subledger;
        this.settlement = settlement;
        this.taxes = taxes;
        this.rates = rates;
        this.limits = limits;
        this.events = events;
    }

    Payment receive(Receipt receipt) {
        UUID customer = receipt.customer().value();
        Money amount = positive(receipt.amount());
        AccountMap map = chart.map();
        AccountId control = map.of(DefaultAccount.RECEIVABLE);
        List<Share> shares = receipt.shares() == null ? List.of() : receipt.shares();
        var plan =
                settlement.plan(customer, receipt.date(), shares, amount, Boolean.TRUE.equals(receipt.oldestFirst()));
        if (plan.rest().isPositive() && !Boolean.TRUE.equals(receipt.restAsCredit())) {
            throw new RuleViolation("payment.rest", plan.rest() + " would settle nothing; say what becomes of it.");
        }
        AccountId bank = bank(receipt.account(), map);
        var payment = new Payment(PaymentKind.RECEIPT, customer, receipt.date(), amount, bank, receipt.reference());
        List<LineDraft> lines = new ArrayList<>();
        RateOn rate = rate(receipt);
        Money fee = receipt.fee() == null ? Money.zero(amount.currency()) : fee(receipt.fee(), amount);
        lines.add(line(bank, amount.minus(fee), rate));
        if (!fee.isZero()) lines.add(line(map.of(DefaultAccount.BANK_FEE), fee, rate));
        Money discounts = Money.zero(amount.currency());
        for (Share share : shares) {
            if (share.discount() == null || share.discount().isZero()) continue;
            discounts = discounts.plus(share.discount());
            letGo(share.document(), share.discount(), map.of(DefaultAccount.SALES_DISCOUNT), map, rate, lines);
        }
        return post(payment, JournalKind.BANK, control, amount.plus(discounts).negate(), lines, plan);
    }

    private RateOn rate(Receipt receipt) {
        RateOn rate = rates.on(receipt.amount().currency(), receipt.date());
        Money arrived = receipt.bankAmount();
        if (arrived == null) return rate;
        if (!arrived.currency().equals(rate.to()) || !arrived.isPositive() || receipt.fee() != null) {
            throw new InvalidInput(
                    "bankAmount",
                    "payment.currency",
                    "What arrived is an amount in " + rate.to() + ", more than zero and without a fee beside it.");
        }
        return DayRate.implied(receipt.amount(), arrived, receipt.date());
    }

    private static Money fee(Money fee, Money amount) {
        if (!fee.currency().equals(amount.currency()) || fee.isNegative() || !amount.isGreaterThan(fee)) {
            throw new InvalidInput("fee", "payment.amount", "A fee is less than the amount, in the same currency.");
        }
        return fee;
    }

    Payment refund(Refund refund) {
        UUID customer = refund.customer().value();
        Money amount = positive(refund.amount());
        AccountMap map = chart.map();
        var plan = settlement.planRefund(customer, refund.shares(), amount);
        if (plan.rest().isPositive()) {
            throw new RuleViolation("payment.rest", "The shares are " + plan.rest() + " less than the refund.");
        }
        AccountId bank = bank(refund.account(), map);
        var payment = new Payment(PaymentKind.REFUND, customer, refund.date(), amount, bank, refund.reference());
        List<LineDraft> lines = new ArrayList<>();
        RateOn rate = rates.on(amount.currency(), refund.date());
        Reaching.require(null, rate.convert(amount).amount());
        lines.add(line(bank, amount.negate(), rate));
        return post(payment, JournalKind.BANK, map.of(DefaultAccount.RECEIVABLE), amount, lines, plan);
    }

    /** The limit holds for the document as a whole, however many steps, and however many at once, let it go. */
    Payment writeOff(WriteOff writeOff) {
        UUID customer = writeOff.customer().value();
        Money amount = positive(writeOff.amount());
        RateOn rate = rates.on(amount.currency(), writeOff.date());
        var share = new Share(writeOff.document(), amount, null);
        var plan = settlement.plan(customer, writeOff.date(), List.of(share), amount, false);
        Money sofar = settlement.writtenOff(writeOff.document(), amount.currency());
        boolean unlimited = Scope.permissions().contains("payment.write_off_any");
        if (!unlimited && rate.convert(sofar.plus(amount)).amount().compareTo(limits.writeOffLimit()) > 0) {
            throw new RuleViolation(
                    "payment.write_off_limit",
                    "At most %s %s of a document may be written off."
                            .formatted(limits.writeOffLimit().toPlainString(), rate.to()));
        }
        Reaching.require(null, rate.convert(amount).amount());
        AccountMap map = chart.map();
        AccountId account = map.of(DefaultAccount.BAD_DEBT);
        var payment = new Payment(PaymentKind.WRITE_OFF, customer, writeOff.date(), amount, account, writeOff.reason());
        List<LineDraft> lines = new ArrayList<>();
        letGo(writeOff.document(), amount, account, map, rate, lines);
        return post(payment, JournalKind.GENERAL, map.of(DefaultAccount.RECEIVABLE), amount.negate(), lines, plan);
    }

    /** What is let go of a document: net to the given account, tax back from where it was posted. */
    private void letGo(UUID document, Money amount, AccountId net, AccountMap map, RateOn rate, List<LineDraft> lines) {
        for (TaxCorrection.Part part : taxes.split(document, amount)) {
            if (part.amount().isZero()) continue;
            AccountId account = part.taxAccount() == null ? net : part.taxAccount();
            lines.add(new LineDraft(account, part.amount(), rate.convert(part.amount()), null, part.mark(), null));
        }
    }

    /** The control line balances the entry, so that what the cents of translation leave stands on the open item. */
    private Payment post(
            Payment payment,
            JournalKind journal,
            AccountId control,
            Money amount,
            List<LineDraft> lines,
            Settlement.Plan plan) {
        Money base = lines.stream()
                .map(LineDraft::base)
                .reduce(Money::plus)
                .orElseThrow()
                .negate();
        lines.add(new LineDraft(control, amount, base, payment.party(), null, null));
        var item = new OpenItemDraft(
                OpenItemId.next(),
                control,
                payment.party(),
                payment.ref(),
                payment.paidOn(),
                payment.paidOn(),
                amount,
                base);
        payments.save(payment);
        String text = Optional.ofNullable(payment.reference()).orElse(text(payment.kind()));
        var entry = new EntryDraft(payment.entry(), journal, payment.paidOn(), text, payment.ref(), lines);
        Posted posted = subledger.post(entry, List.of(item), plan.pairings(item.id()));
        payment.numbered(posted.number());
        events.publishEvent(
                new PaymentPosted(payment.id(), posted.number(), payment.kind(), payment.party(), payment.amount()));
        return payment;
    }

    Payment reverse(Payment payment, LocalDate on, String reason) {
        EntryId entry = EntryId.next();
        payment.reverse(entry);
        subledger.unallocateAll(payment.ref(), on);
        var reversal = settlement.reversal(payment, entry, on, reason);
        subledger.post(reversal.entry(), List.of(reversal.item()), List.of(reversal.pairing()));
        events.publishEvent(
                new PaymentReversed(payment.id(), payment.number(), payment.kind(), payment.party(), payment.amount()));
        return payment;
    }

    private AccountId bank(@Nullable AccountId wanted, AccountMap map) {
        if (wanted == null) return map.of(DefaultAccount.BANK);
        AccountView account = chart.byIds(List.of(wanted)).get(wanted);
        if (account != null && account.postable() && account.active()) return wanted;
        throw new InvalidInput("account", "payment.account", "There is no such account that takes postings.");
    }

    private static String text(PaymentKind kind) {
        return switch (kind) {
            case RECEIPT -> "Receipt";
            case REFUND -> "Refund";
            case WRITE_OFF -> "Write-off";
        };
    }

    private static LineDraft line(AccountId account, Money amount, RateOn rate) {
        return new LineDraft(account, amount, rate.convert(amount), null, null, null);
    }

    private static Money positive(@Nullable Money amount) {
        if (amount != null && amount.isPositive()) return amount;
        throw new InvalidInput("amount", "payment.amount", "A payment is more than zero.");
    }
}
