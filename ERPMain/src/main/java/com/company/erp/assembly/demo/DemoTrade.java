package com.company.erp.assembly.demo;

import com.company.erp.assembly.demo.DemoAssortment.Assortment;
import com.company.erp.assembly.demo.DemoAssortment.Buyer;
import com.company.erp.assembly.demo.DemoAssortment.Item;
import com.company.erp.finance.drafting.DraftInvoice;
import com.company.erp.finance.invoicing.CreditRequest;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.invoicing.InvoiceView;
import com.company.erp.finance.invoicing.Invoicing;
import com.company.erp.finance.payment.Paying;
import com.company.erp.finance.payment.Receipt;
import com.company.erp.finance.payment.Share;
import com.company.erp.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;

/** A year of trade: most customers pay about when they should, some in part, some late, and a few not at all. */
@Component
class DemoTrade {

    static final int INVOICES = 60;
    static final int DAYS_BACK = 360;

    private static final int DAYS_BETWEEN = DAYS_BACK / INVOICES;
    private static final int DRAFTS = 2;
    private static final int LATE_MONTHS = 5;
    private static final long SEED = 1805;
    private static final BigDecimal EUROS_PER_POUND = new BigDecimal("1.17");

    private final Invoicing invoicing;
    private final Paying paying;

    DemoTrade(Invoicing invoicing, Paying paying) {
        this.invoicing = invoicing;
        this.paying = paying;
    }

    /** What is to happen on a day. */
    private record Happening(LocalDate on, Runnable deed) {}

    /** Issues one invoice every few days, then credits and receives in the order of days; the same in every run. */
    void trade(Assortment assortment, LocalDate today) {
        var random = new Random(SEED);
        List<Happening> later = new ArrayList<>();
        for (int i = 0; i < INVOICES; i++) {
            LocalDate day = workday(today.minusDays(DAYS_BACK - (long) i * DAYS_BETWEEN));
            InvoiceView invoice = invoicing.issue(draft(assortment, random), day);
            later.addAll(what(invoice, i, today, random));
        }
        later.stream()
                .filter(happening -> !happening.on.isAfter(today))
                .sorted(Comparator.comparing(Happening::on))
                .forEach(happening -> happening.deed.run());
        for (int i = 0; i < DRAFTS; i++) draft(assortment, random);
    }

    private InvoiceId draft(Assortment assortment, Random random) {
        Buyer buyer = any(assortment.buyers(), random);
        List<DraftInvoice.DraftLine> lines = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) lines.add(line(any(assortment.items(), random), buyer, random));
        return invoicing
                .draft(new DraftInvoice(null, buyer.id(), null, null, null, null, null, null, null, null, lines))
                .id();
    }

    private static DraftInvoice.DraftLine line(Item item, Buyer buyer, Random random) {
        BigDecimal price = new BigDecimal(item.product().price());
        boolean isForeign = !buyer.customer().currency().equals(DemoData.GBP);
        return new DraftInvoice.DraftLine(
                item.id(),
                null,
                BigDecimal.valueOf(1 + random.nextInt(12)),
                null,
                isForeign ? price.multiply(EUROS_PER_POUND).setScale(2, RoundingMode.HALF_UP) : null,
                random.nextInt(5) == 0 ? BigDecimal.TEN : null,
                buyer.taxCode(),
                null);
    }

    /** The fate of an invoice: every ninth is credited, in part or whole; of the last months some stay unpaid. */
    private List<Happening> what(InvoiceView invoice, int index, LocalDate today, Random random) {
        LocalDate issued = invoice.issueDate() == null ? today : invoice.issueDate();
        LocalDate due = invoice.dueDate() == null ? issued : invoice.dueDate();
        List<Happening> fate = new ArrayList<>();
        if (index % 9 == 4) {
            LocalDate on = workday(issued.plusDays(8));
            fate.add(new Happening(on, () -> credit(invoice, on, index % 2 == 0)));
        }
        LocalDate paid = workday(due.plusDays(random.nextInt(16) - 4L));
        LocalDate paidOn = paid.isBefore(issued) ? issued : paid;
        boolean isLate = issued.isAfter(today.minusMonths(LATE_MONTHS)) && index % 4 == 1;
        boolean isPartly = index % 7 == 3;
        if (!isLate) fate.add(new Happening(paidOn, () -> receive(invoice, paidOn, isPartly)));
        if (isPartly && issued.isBefore(today.minusMonths(LATE_MONTHS))) {
            LocalDate rest = workday(paidOn.plusDays(21));
            fate.add(new Happening(rest, () -> receive(invoice, rest, false)));
        }
        return fate;
    }

    private void credit(InvoiceView invoice, LocalDate on, boolean whole) {
        Money part = share(invoice.gross(), "0.10");
        invoicing.credit(
                invoice.id(),
                new CreditRequest(on, whole ? "Goods returned" : "Damaged in transit", null, whole ? null : part));
    }

    private void receive(InvoiceView invoice, LocalDate on, boolean half) {
        Money open = invoicing.find(invoice.id()).open();
        if (!open.isPositive()) return;
        Money amount = half ? share(open, "0.50") : open;
        paying.receive(new Receipt(
                invoice.customer(),
                on,
                amount,
                null,
                null,
                null,
                invoice.number(),
                List.of(new Share(invoice.id().value(), amount, null)),
                null,
                null));
    }

    private static Money share(Money whole, String part) {
        return Money.round(whole.amount().multiply(new BigDecimal(part)), whole.currency());
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }

    /** The day itself, or the Friday before a weekend. */
    private static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) return day.minusDays(1);
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.minusDays(2) : day;
    }
}
