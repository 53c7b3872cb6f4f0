package com.company.erp.finance.invoicing;

import com.company.erp.finance.calculation.Amounts;
import com.company.erp.finance.calculation.DocumentCalculation;
import com.company.erp.finance.calculation.PriceMode;
import com.company.erp.finance.drafting.InvoiceHead;
import com.company.erp.finance.drafting.PricedLine;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.company.erp.kernel.RuleViolation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a credit note takes back of each line of an invoice. It is a share of what the line still has, so that credits
 * in any number of steps return the original cents, no more and no less.
 */
final class CreditShares {

    private CreditShares() {}

    /** Of one line: the quantity, zero when only the price is lowered, and the amounts. */
    record Share(InvoiceLine line, BigDecimal quantity, Amounts amounts) {}

    /** A line of the credit note, with amounts that were found on the invoice and not calculated from the price. */
    record CreditedLine(PricedLine line, Amounts amounts) {}

    /**
     * @throws InvalidInput credit.ambiguous, credit.line, credit.quantity, credit.amount
     * @throws RuleViolation invoice.overcredited
     */
    static List<Share> of(Invoice invoice, CreditRequest wanted) {
        if (wanted.lines() != null && wanted.amount() != null) {
            throw new InvalidInput("amount", "credit.ambiguous", "Name lines or an amount, not both.");
        }
        if (wanted.amount() != null) return ofAmount(invoice, wanted.amount());
        return wanted.lines() == null ? all(invoice) : ofLines(invoice, wanted.lines());
    }

    private static List<Share> all(Invoice invoice) {
        return invoice.lines().stream()
                .map(line -> new Share(line, line.creditableQuantity(), line.creditable()))
                .filter(share ->
                        !share.amounts.equals(Amounts.zero(invoice.head().currency())))
                .toList();
    }

    private static List<Share> ofLines(Invoice invoice, List<CreditRequest.LineQuantity> quantities) {
        Map<UUID, InvoiceLine> byId = new HashMap<>();
        invoice.lines().forEach(line -> byId.put(line.uuid(), line));
        List<Share> shares = new ArrayList<>(quantities.size());
        for (int i = 0; i < quantities.size(); i++) {
            var wanted = quantities.get(i);
            InvoiceLine line = byId.remove(wanted.line());
            if (line == null) {
                throw new InvalidInput(
                        "lines[" + i + "].line", "credit.line", "The invoice has no such line, or it is named twice.");
            }
            shares.add(ofLine(line, wanted.quantity(), invoice.head().prices()));
        }
        return shares;
    }

    private static Share ofLine(InvoiceLine line, BigDecimal quantity, PriceMode prices) {
        BigDecimal left = line.creditableQuantity();
        if (quantity.signum() == 0) throw new InvalidInput("lines", "credit.quantity", "A quantity is not zero.");
        if (quantity.signum() != left.signum() || quantity.abs().compareTo(left.abs()) > 0) {
            throw new RuleViolation(
                    "invoice.overcredited", "Only %s of the line are left to credit.".formatted(left.toPlainString()));
        }
        Amounts all = line.creditable();
        if (quantity.compareTo(left) == 0) return new Share(line, quantity, all);
        Money tax = share(all.tax(), quantity, left);
        Money net = prices == PriceMode.NET
                ? share(all.net(), quantity, left)
                : share(all.gross(), quantity, left).minus(tax);
        return new Share(line, quantity, new Amounts(net, tax));
    }

    /**
     * A gross amount, spread over the lines in proportion. Each line takes what it adds to the rounded sum so far, the
     * tax by tax code, so that no cent is lost between them.
     */
    private static List<Share> ofAmount(Invoice invoice, Money amount) {
        Money left = invoice.creditable();
        if (!amount.currency().equals(left.currency())) {
            throw new InvalidInput("amount", "credit.amount", "The invoice is in " + left.currency() + ".");
        }
        if (!amount.isPositive()) throw new InvalidInput("amount", "credit.amount", "A credit is more than zero.");
        if (amount.isGreaterThan(left)) {
            throw new RuleViolation("invoice.overcredited", "Only " + left + " are left to credit.");
        }
        Money nothing = Money.zero(amount.currency());
        Money grossSoFar = nothing;
        Map<UUID, Money> taxSoFar = new HashMap<>();
        List<Share> shares = new ArrayList<>();
        for (InvoiceLine line : invoice.lines()) {
            Amounts all = line.creditable();
            Money grossBefore = grossSoFar;
            Money taxBefore = taxSoFar.getOrDefault(line.taxCode(), nothing);
            Money taxUpTo = taxBefore.plus(all.tax());
            grossSoFar = grossSoFar.plus(all.gross());
            taxSoFar.put(line.taxCode(), taxUpTo);
            Money gross = share(grossSoFar, amount, left).minus(share(grossBefore, amount, left));
            Money tax = share(taxUpTo, amount, left).minus(share(taxBefore, amount, left));
            if (gross.isZero() && tax.isZero()) continue;
            boolean whole = amount.equals(left);
            shares.add(new Share(
                    line, whole ? line.creditableQuantity() : BigDecimal.ZERO, new Amounts(gross.minus(tax), tax)));
        }
        return shares;
    }

    private static Money share(Money whole, BigDecimal part, BigDecimal of) {
        int scale = Money.minorUnits(whole.currency());
        BigDecimal amount = whole.amount().multiply(part).divide(of, scale, RoundingMode.HALF_UP);
        return new Money(amount, whole.currency());
    }

    private static Money share(Money whole, Money part, Money of) {
        return share(whole, part.amount(), of.amount());
    }

    /**
     * The lines that the credit note shows: those of the invoice where a quantity at its price gives the amount, else
     * one for each account and tax code that states the amount as its price.
     */
    static List<CreditedLine> onNote(List<Share> shares, InvoiceHead head, String text) {
        List<CreditedLine> lines = new ArrayList<>();
        Map<List<UUID>, CreditedLine> lowered = new LinkedHashMap<>();
        for (Share share : shares) {
            PricedLine original = share.line.priced();
            PricedLine same = original.withQuantity(share.quantity);
            if (share.quantity.signum() != 0 && priceOf(same, head).equals(price(share.amounts, head))) {
                lines.add(new CreditedLine(same, share.amounts));
                continue;
            }
            lowered.merge(
                    List.of(original.account(), original.taxCode()),
                    lump(original, share.amounts, head, text),
                    (a, b) -> lump(original, a.amounts().plus(b.amounts()), head, text));
        }
        lines.addAll(lowered.values());
        return lines;
    }

    private static CreditedLine lump(PricedLine like, Amounts amounts, InvoiceHead head, String text) {
        BigDecimal unitPrice = price(amounts, head).amount();
        BigDecimal sign = BigDecimal.valueOf(unitPrice.signum() < 0 ? -1 : 1);
        PricedLine line = new PricedLine(
                null,
                text,
                sign,
                null,
                unitPrice.abs(),
                BigDecimal.ZERO,
                like.taxCode(),
                like.taxPercent(),
                like.account());
        return new CreditedLine(line, amounts);
    }

    private static Money price(Amounts amounts, InvoiceHead head) {
        return head.prices() == PriceMode.NET ? amounts.net() : amounts.gross();
    }

    private static Money priceOf(PricedLine line, InvoiceHead head) {
        return DocumentCalculation.priceOf(line.forCalculation(), head.currency());
    }
}
