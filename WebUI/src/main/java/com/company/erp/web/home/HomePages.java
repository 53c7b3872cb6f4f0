package com.company.erp.web.home;

import com.company.erp.finance.books.Books;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.finance.receivables.Receivables.AgedReport;
import com.company.erp.finance.receivables.Receivables.AgedRow;
import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.Money;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {

    private static final int DEBTORS = 6;

    private final Books books;
    private final Receivables receivables;

    HomePages(Books books, Receivables receivables) {
        this.books = books;
        this.receivables = receivables;
    }

    /** A figure that leads to what it is made of. */
    record Tile(String name, String value, String unit, String href, boolean late) {}

    /** A bar of a chart, with the figure beside it. */
    record Bar(String name, String value, double share, String href, boolean late) {}

    record Home(boolean hasBooks, List<Tile> tiles, List<Bar> ages, List<Bar> debtors) {}

    @GetMapping("/")
    String home(Screen screen) {
        if (!hasBooks()) return screen.page("home", new Home(false, List.of(), List.of(), List.of()));
        AgedReport aged = aged(screen.today());
        Home home = aged == null ? new Home(true, List.of(), List.of(), List.of()) : home(aged, screen.texts());
        return screen.page("home", home);
    }

    /** Whoever may not look into the books is shown none of them. */
    private boolean hasBooks() {
        try {
            return books.find().open();
        } catch (ErpException e) {
            return true;
        }
    }

    private @Nullable AgedReport aged(LocalDate today) {
        try {
            return receivables.aged(today);
        } catch (ErpException e) {
            return null;
        }
    }

    private static Home home(AgedReport aged, Texts texts) {
        Money zero = Money.zero(aged.total().currency());
        List<Money> ages = List.of(
                sum(aged, AgedRow::notDue, zero),
                sum(aged, AgedRow::days1To30, zero),
                sum(aged, AgedRow::days31To60, zero),
                sum(aged, AgedRow::days61To90, zero),
                sum(aged, AgedRow::over90, zero));
        Money late = ages.stream().skip(1).reduce(zero, Money::plus);
        long debtors = aged.customers().stream()
                .filter(row -> row.total().isPositive())
                .count();
        String currency = zero.currency().getCurrencyCode();
        String report = "/reports/aged-receivables";
        return new Home(
                true,
                List.of(
                        new Tile("receivable", texts.amount(aged.total()), currency, report, false),
                        new Tile(
                                "overdue", texts.amount(late), currency, "/invoices?status=OVERDUE", late.isPositive()),
                        new Tile("debtors", String.valueOf(debtors), "", report, false)),
                bars(ages, texts),
                debtors(aged, texts));
    }

    private static Money sum(AgedReport aged, Function<AgedRow, Money> column, Money zero) {
        return aged.customers().stream().map(column).reduce(zero, Money::plus);
    }

    private static List<Bar> bars(List<Money> ages, Texts texts) {
        List<String> names = List.of("notDue", "days1To30", "days31To60", "days61To90", "over90");
        Money most = ages.stream().max(Money::compareTo).orElseThrow();
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < names.size(); i++) {
            bars.add(new Bar(
                    texts.field(names.get(i)),
                    texts.amount(ages.get(i)),
                    share(ages.get(i), most),
                    "/reports/aged-receivables",
                    i > 0));
        }
        return bars;
    }

    private static List<Bar> debtors(AgedReport aged, Texts texts) {
        List<AgedRow> first = aged.customers().stream()
                .filter(row -> row.total().isPositive())
                .limit(DEBTORS)
                .toList();
        return first.stream()
                .map(row -> new Bar(
                        row.name(),
                        texts.amount(row.total()),
                        share(row.total(), first.getFirst().total()),
                        "/invoices?customer=" + row.customer().value(),
                        false))
                .toList();
    }

    private static double share(Money part, Money whole) {
        if (!whole.isPositive() || !part.isPositive()) return 0;
        return part.amount()
                .divide(whole.amount(), java.math.MathContext.DECIMAL32)
                .min(BigDecimal.ONE)
                .doubleValue();
    }
}
