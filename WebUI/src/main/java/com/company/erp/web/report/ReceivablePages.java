package com.company.erp.web.report;

import com.company.erp.finance.receivables.AgedCustomer;
import com.company.erp.finance.receivables.AgedItem;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.finance.receivables.Receivables.AgedReport;
import com.company.erp.finance.receivables.Receivables.AgedRow;
import com.company.erp.finance.receivables.Receivables.Statement;
import com.company.erp.finance.receivables.Receivables.StatementAccount;
import com.company.erp.finance.statement.Span;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Money;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.web.pattern.Cell;
import com.company.erp.web.pattern.Kind;
import com.company.erp.web.pattern.Places;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports of what customers owe. */
@Controller
class ReceivablePages {

    private static final String AGED = "/reports/aged-receivables";
    private static final String[] AGES = {"notDue", "days1To30", "days31To60", "days61To90", "over90"};

    private final Receivables receivables;
    private final Shortcuts shortcuts;

    ReceivablePages(Receivables receivables, Shortcuts shortcuts) {
        this.receivables = receivables;
        this.shortcuts = shortcuts;
    }

    @GetMapping(AGED)
    String aged(@RequestParam(required = false) @Nullable LocalDate on, Comparison comparison, Screen screen) {
        LocalDate date = on == null ? screen.today() : on;
        Span compared = new Span(null, date).comparedTo(comparison.wanted());
        AgedReport aged = receivables.aged(date);
        Currency currency = aged.total().currency();
        Report report = Report.of("aged-receivables", currency, screen)
                .on(date, shortcuts.at(screen.today(), screen.texts()))
                .comparedWith(comparison)
                .head("customer")
                .figures(AGES)
                .figures("total", new Span(null, date), compared);
        Map<PartyId, AgedRow> before = new LinkedHashMap<>();
        if (compared != null)
            receivables.aged(compared.to()).customers().forEach(row -> before.put(row.customer(), row));
        BigDecimal totalBefore =
                before.values().stream().map(row -> row.total().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        aged.customers().forEach(row -> {
            AgedRow earlier = before.remove(row.customer());
            report.row("", 0, cells(report, row, earlier, date, compared));
        });
        before.values().forEach(row -> report.row("", 0, cells(report, nothingOf(row), row, date, compared)));
        var totals = new ArrayList<>(List.of(report.text(screen.texts().say("report.total"))));
        for (int age = 0; age < AGES.length; age++) {
            int column = age;
            totals.add(report.figure(aged.customers().stream()
                    .map(row -> ages(row).get(column).amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        totals.add(report.figure(aged.total().amount()));
        if (compared != null) totals.addAll(report.change(aged.total().amount(), totalBefore, null));
        return report.row("total", 0, totals).show();
    }

    private static List<Money> ages(AgedRow row) {
        return List.of(row.notDue(), row.days1To30(), row.days31To60(), row.days61To90(), row.over90());
    }

    private static AgedRow nothingOf(AgedRow row) {
        Money zero = Money.zero(row.total().currency());
        return new AgedRow(row.customer(), row.code(), row.name(), zero, zero, zero, zero, zero, zero);
    }

    private static List<Cell> cells(
            Report report, AgedRow row, @Nullable AgedRow before, LocalDate date, @Nullable Span compared) {
        String href = items(row.customer(), date);
        var cells = new ArrayList<>(List.of(report.text(row.name(), href)));
        ages(row).forEach(age -> cells.add(report.unlessZero(age.amount(), href)));
        BigDecimal total = row.total().amount();
        cells.add(report.figure(total, href));
        if (compared != null) {
            BigDecimal earlier =
                    before == null ? BigDecimal.ZERO : before.total().amount();
            cells.addAll(report.change(total, earlier, items(row.customer(), compared.to())));
        }
        return cells;
    }

    private static String items(PartyId customer, LocalDate date) {
        return AGED + "/items?customer=" + customer.value() + "&on=" + date;
    }

    @GetMapping(AGED + "/items")
    String items(
            @RequestParam PartyId customer, @RequestParam(required = false) @Nullable LocalDate on, Screen screen) {
        LocalDate date = on == null ? screen.today() : on;
        AgedCustomer aged = receivables.aged(customer, date);
        Texts texts = screen.texts();
        Currency base = aged.total().currency();
        Report report = Report.about("aged-receivables", aged.name(), List.of(base), screen)
                .on(date, shortcuts.at(screen.today(), texts))
                .keeping("customer", customer.value().toString())
                .back(AGED + "?on=" + date, texts.say("menu.aged-receivables"))
                .head("number", "date", "dueDate")
                .figures("open")
                .figures(AGES);
        aged.items().forEach(item -> report.row("", 0, cells(report, item, texts)));
        var totals = new ArrayList<>(
                List.of(report.text(texts.say("report.total")), report.text(""), report.text(""), report.figure(null)));
        for (int age = 0; age < AGES.length; age++) {
            int column = age;
            totals.add(report.figure(aged.items().stream()
                    .filter(item -> ageOf(item) == column)
                    .map(item -> item.openInBase().amount())
                    .reduce(BigDecimal.ZERO, BigDecimal::add)));
        }
        return report.row("total", 0, totals).show();
    }

    private static List<Cell> cells(Report report, AgedItem item, Texts texts) {
        String href = Places.of(item.document());
        var cells = new ArrayList<>(List.of(
                report.text(item.number(), href),
                report.text(texts.date(item.date())),
                report.text(texts.date(item.dueDate())),
                foreign(item, texts)));
        for (int age = 0; age < AGES.length; age++)
            cells.add(ageOf(item) == age ? report.figure(item.openInBase().amount(), href) : report.figure(null));
        return cells;
    }

    /** What is open in another currency than that of the books. */
    private static Cell foreign(AgedItem item, Texts texts) {
        String unit = item.open().currency().getCurrencyCode();
        return new Cell(Kind.MONEY, "", texts.amount(item.open()), unit, null, null);
    }

    /** Its place among the ages: every thirty days one further, and the last from the 91st day on. */
    private static int ageOf(AgedItem item) {
        return item.daysLate() == 0 ? 0 : Math.min((item.daysLate() - 1) / 30 + 1, AGES.length - 1);
    }

    @GetMapping("/reports/customer-statement")
    String statement(
            @RequestParam PartyId customer,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Screen screen) {
        LocalDate end = to == null ? screen.today() : to;
        LocalDate begin = from == null ? end.withDayOfYear(1) : from;
        Statement statement = receivables.statement(customer, begin, end);
        List<Currency> currencies = statement.accounts().stream()
                .map(account -> account.closing().currency())
                .toList();
        Report report = Report.about("customer-statement", statement.name(), currencies, screen)
                .between(begin, end, shortcuts.at(screen.today(), screen.texts()))
                .keeping("customer", customer.value().toString())
                .back("/parties/" + customer.value(), screen.texts().say("document.party"))
                .head("date", "number", "kind", "dueDate")
                .figures("amount", "balance");
        statement.accounts().forEach(account -> add(account, report, screen.texts()));
        return report.show();
    }

    private static void add(StatementAccount account, Report report, Texts texts) {
        Cell none = report.text("");
        Money opening = account.opening();
        Cell brought = report.text(opening.currency().getCurrencyCode() + " · " + texts.say("report.brought"));
        report.row("section", brought, none, none, none, none, report.money(opening));
        account.lines().forEach(line -> {
            var document = new DocumentRef(line.documentType(), line.document());
            report.row(
                    "",
                    1,
                    List.of(
                            report.text(texts.date(line.date())),
                            report.text(line.number(), Places.of(document)),
                            report.text(texts.constant(line.documentType().toUpperCase(Locale.ROOT))),
                            report.text(texts.date(line.dueDate())),
                            report.money(line.amount()),
                            report.money(line.balance())));
        });
        Cell carried = report.text(texts.say("report.carried"));
        report.row("total", carried, none, none, none, none, report.money(account.closing()));
    }
}
