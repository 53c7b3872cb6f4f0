package com.company.erp.web.home;

import com.company.erp.finance.fiscal.FiscalYears;
import com.company.erp.finance.fiscal.FiscalYears.YearView;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.finance.receivables.Receivables.AgedReport;
import com.company.erp.finance.receivables.Receivables.AgedRow;
import com.company.erp.finance.register.CustomerSales;
import com.company.erp.finance.register.InvoiceRegister;
import com.company.erp.finance.statement.Overview;
import com.company.erp.finance.statement.Statements;
import com.company.erp.kernel.Money;
import com.company.erp.platform.tenancy.Glance;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.web.home.Tasks.Task;
import com.company.erp.web.pattern.Bar;
import com.company.erp.web.pattern.ColumnChart;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomePages {

    private static final int SHOWN = 6;
    private static final String AGED = "/reports/aged-receivables";

    private final Glance glance;
    private final FiscalYears years;
    private final Receivables receivables;
    private final Statements statements;
    private final InvoiceRegister register;
    private final Tasks tasks;

    HomePages(
            Glance glance,
            FiscalYears years,
            Receivables receivables,
            Statements statements,
            InvoiceRegister register,
            Tasks tasks) {
        this.glance = glance;
        this.years = years;
        this.receivables = receivables;
        this.statements = statements;
        this.register = register;
        this.tasks = tasks;
    }

    /** A figure that leads to what it is made of. */
    record Tile(String name, String value, String unit, String href, boolean late) {}

    /**
     * What the visitor may not see is absent.
     *
     * @param unit of the sales
     */
    record Home(
            boolean hasBooks,
            List<Task> tasks,
            List<Tile> tiles,
            @Nullable ColumnChart sales,
            String unit,
            List<Bar> ages,
            List<Bar> debtors) {

        private static final Home WITHOUT_BOOKS = new Home(false, List.of(), List.of(), null, "", List.of(), List.of());
    }

    @GetMapping("/")
    String home(Screen screen) {
        return screen.page("home", glance.of(() -> home(screen.today(), screen.texts())));
    }

    private Home home(LocalDate today, Texts texts) {
        List<YearView> open = may("fiscal_year.read") ? years.list() : null;
        if (open != null && open.isEmpty()) return Home.WITHOUT_BOOKS;
        Overview overview = may("report.read") ? statements.overview(today) : null;
        AgedReport aged = may("receivable.read") ? receivables.aged(today) : null;
        var tiles = new ArrayList<Tile>();
        if (overview != null) tiles.add(cash(overview, texts));
        if (aged != null) tiles.addAll(tiles(aged, texts));
        return new Home(
                true,
                tasks.on(today, open),
                tiles,
                overview == null ? null : SalesChart.of(overview, texts),
                overview == null ? "" : overview.cash().currency().getCurrencyCode(),
                aged == null ? List.of() : ages(aged, texts),
                aged == null ? List.of() : debtors(aged, texts));
    }

    private static boolean may(String permission) {
        return Scope.permissions().contains(permission);
    }

    /** Comes after the page, since it reads every invoice of a year. */
    @GetMapping("/home/customers")
    String bestCustomers(Screen screen) {
        LocalDate today = screen.today();
        LocalDate from = today.withDayOfMonth(1).minusMonths(11);
        List<CustomerSales> best = register.bestCustomers(from, today, SHOWN);
        List<Bar> bars = best.stream()
                .map(customer -> new Bar(
                        customer.name(),
                        screen.texts().amount(customer.sales()),
                        share(customer.sales(), best.getFirst().sales()),
                        "/invoices?customer=" + customer.customer().value() + "&from=" + from,
                        false))
                .toList();
        return screen.page("best-customers", bars);
    }

    private static Tile cash(Overview overview, Texts texts) {
        Money cash = overview.cash();
        return new Tile(
                "cash",
                texts.amount(cash),
                cash.currency().getCurrencyCode(),
                "/reports/balance-sheet",
                cash.isNegative());
    }

    private static List<Money> byAge(AgedReport aged) {
        Money zero = Money.zero(aged.total().currency());
        return List.of(
                sum(aged, AgedRow::notDue, zero),
                sum(aged, AgedRow::days1To30, zero),
                sum(aged, AgedRow::days31To60, zero),
                sum(aged, AgedRow::days61To90, zero),
                sum(aged, AgedRow::over90, zero));
    }

    private static List<Tile> tiles(AgedReport aged, Texts texts) {
        Money zero = Money.zero(aged.total().currency());
        Money late = byAge(aged).stream().skip(1).reduce(zero, Money::plus);
        long debtors = aged.customers().stream()
                .filter(row -> row.total().isPositive())
                .count();
        String currency = zero.currency().getCurrencyCode();
        return List.of(
                new Tile("receivable", texts.amount(aged.total()), currency, AGED, false),
                new Tile("overdue", texts.amount(late), currency, "/invoices?status=OVERDUE", late.isPositive()),
                new Tile("debtors", texts.count(debtors), "", AGED, false));
    }

    private static Money sum(AgedReport aged, Function<AgedRow, Money> column, Money zero) {
        return aged.customers().stream().map(column).reduce(zero, Money::plus);
    }

    private static List<Bar> ages(AgedReport aged, Texts texts) {
        List<Money> ages = byAge(aged);
        List<String> names = List.of("notDue", "days1To30", "days31To60", "days61To90", "over90");
        Money most = ages.stream().max(Money::compareTo).orElseThrow();
        var bars = new ArrayList<Bar>();
        for (int i = 0; i < names.size(); i++) {
            bars.add(new Bar(
                    texts.field(names.get(i)), texts.amount(ages.get(i)), share(ages.get(i), most), AGED, i > 0));
        }
        return bars;
    }

    private static List<Bar> debtors(AgedReport aged, Texts texts) {
        List<AgedRow> first = aged.customers().stream()
                .filter(row -> row.total().isPositive())
                .limit(SHOWN)
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
                .divide(whole.amount(), MathContext.DECIMAL32)
                .min(BigDecimal.ONE)
                .doubleValue();
    }
}
