package com.company.erp.masterdata.terms;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What two parties agreed about when to pay: in how many shares, each when, and what early payment is worth. A value:
 * an invoice that was issued keeps the instalments it got, whatever becomes of the terms later.
 */
public record PaymentTerms(List<Share> shares, @Nullable EarlyPayment discount) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int SHARES_MAX = 60;

    public PaymentTerms {
        shares = List.copyOf(shares);
        if (shares.isEmpty() || shares.size() > SHARES_MAX) {
            throw new InvalidInput(
                    "shares", "payment_terms.shares", "Terms have 1 to %d shares.".formatted(SHARES_MAX));
        }
        if (shares.stream()
                .anyMatch(share ->
                        share.percent().signum() <= 0 || share.percent().scale() > 4)) {
            String message = "A share is more than 0 percent, with at most 4 decimals.";
            throw new InvalidInput("shares", "payment_terms.share_percent", message);
        }
        BigDecimal sum = shares.stream().map(Share::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) != 0) {
            String message = "The shares make %s percent and not 100.".formatted(sum.toPlainString());
            throw new InvalidInput("shares", "payment_terms.shares_sum", message);
        }
    }

    public static PaymentTerms net(int days) {
        return due(DueRule.net(days));
    }

    public static PaymentTerms due(DueRule rule) {
        return new PaymentTerms(List.of(new Share(WHOLE, rule)), null);
    }

    public PaymentTerms withDiscount(String percent, int days) {
        return new PaymentTerms(shares, new EarlyPayment(new BigDecimal(percent), days));
    }

    /**
     * The gross amount in its instalments, which add up to it to the cent. Each boundary between shares is rounded
     * half up, so that no instalment is off its share by more than a cent and the last takes what remains. None falls
     * due before the one ahead of it.
     */
    public List<Instalment> instalments(Money gross, LocalDate issueDate) {
        List<Instalment> instalments = new ArrayList<>(shares.size());
        BigDecimal percent = BigDecimal.ZERO;
        Money before = gross.minus(gross);
        LocalDate dueDate = LocalDate.MIN;
        for (Share share : shares) {
            percent = percent.add(share.percent());
            Money upTo = percentOf(gross, percent);
            LocalDate own = share.due().dueDate(issueDate);
            dueDate = own.isBefore(dueDate) ? dueDate : own;
            instalments.add(new Instalment(dueDate, upTo.minus(before)));
            before = upTo;
        }
        return instalments;
    }

    /** When the last instalment falls due. */
    public LocalDate dueDate(LocalDate issueDate) {
        return shares.stream()
                .map(share -> share.due().dueDate(issueDate))
                .max(LocalDate::compareTo)
                .orElseThrow();
    }

    private static Money percentOf(Money gross, BigDecimal percent) {
        BigDecimal exact = gross.amount().multiply(percent).movePointLeft(2);
        int scale = gross.amount().scale();
        return new Money(exact.setScale(scale, RoundingMode.HALF_UP), gross.currency());
    }
}
