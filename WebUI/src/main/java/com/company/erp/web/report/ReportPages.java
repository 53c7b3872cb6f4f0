package com.company.erp.web.report;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.statement.AccountStatement;
import com.company.erp.finance.statement.BalanceSheet;
import com.company.erp.finance.statement.IncomeStatement;
import com.company.erp.finance.statement.Span;
import com.company.erp.finance.statement.StatementLine;
import com.company.erp.finance.statement.Statements;
import com.company.erp.finance.statement.TrialBalance;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Table.Head;
import com.company.erp.web.pattern.Texts;
import com.company.erp.web.report.Report.Input;
import com.company.erp.web.report.Report.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class ReportPages {

    private static final int LINES = 100;

    private final Statements statements;

    ReportPages(Statements statements) {
        this.statements = statements;
    }

    @GetMapping("/reports/trial-balance")
    String trialBalance(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Screen screen) {
        LocalDate end = to == null ? screen.today() : to;
        TrialBalance balance = statements.trialBalance(new Span(from, end), null);
        Texts texts = screen.texts();
        Rows rows = new Rows(texts, balance.currency());
        for (TrialBalance.Row row : balance.rows()) {
            rows.add(
                    "",
                    0,
                    rows.text("account", row.code() + " " + row.name(), page(row.lines())),
                    rows.unlessZero("opening", row.opening()),
                    rows.unlessZero("debit", row.debit()),
                    rows.unlessZero("credit", row.credit()),
                    rows.figure("closing", row.closing(), page(row.lines())));
        }
        TrialBalance.Totals totals = balance.totals();
        rows.add(
                "total",
                0,
                rows.text("account", texts.say("report.total"), null),
                rows.figure("opening", totals.opening(), null),
                rows.figure("debit", totals.debit(), null),
                rows.figure("credit", totals.credit(), null),
                rows.figure("closing", totals.closing(), null));
        List<Head> heads = List.of(
                Report.text("account", texts),
                Report.figure("opening", texts),
                Report.figure("debit", texts),
                Report.figure("credit", texts),
                Report.figure("closing", texts));
        List<Input> inputs = List.of(Report.date("from", from), Report.date("to", end));
        return Report.show(screen, "trial-balance", balance.currency(), inputs, null, heads, rows, null);
    }

    @GetMapping("/reports/balance-sheet")
    String balanceSheet(
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable String compareTo,
            Screen screen) {
        LocalDate date = on == null ? screen.today() : on;
        BalanceSheet sheet = statements.balanceSheet(date, compareTo);
        Rows rows = lines(sheet.lines(), sheet.currency(), compareTo, screen.texts());
        return Report.show(
                screen,
                "balance-sheet",
                sheet.currency(),
                List.of(Report.date("on", date)),
                compareTo == null ? "" : compareTo,
                heads(compareTo, screen.texts()),
                rows,
                null);
    }

    @GetMapping("/reports/income-statement")
    String incomeStatement(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String compareTo,
            Screen screen) {
        LocalDate end = to == null ? screen.today() : to;
        IncomeStatement statement = statements.incomeStatement(from, end, compareTo);
        Texts texts = screen.texts();
        Rows rows = lines(statement.lines(), statement.currency(), compareTo, texts);
        boolean hasResult = statement.lines().stream().anyMatch(line -> line.kind() == StatementLine.Kind.TOTAL);
        if (!hasResult) {
            rows.add(
                    "total",
                    0,
                    rows.text("account", texts.say("report.result"), null),
                    rows.figure("amount", statement.result(), null));
        }
        return Report.show(
                screen,
                "income-statement",
                statement.currency(),
                List.of(Report.date("from", statement.from()), Report.date("to", end)),
                compareTo == null ? "" : compareTo,
                heads(compareTo, texts),
                rows,
                null);
    }

    private static List<Head> heads(@Nullable String compareTo, Texts texts) {
        var heads = new ArrayList<>(List.of(Report.text("account", texts), Report.figure("amount", texts)));
        if (compareTo != null) heads.add(Report.figure("compared", texts));
        return heads;
    }

    private static Rows lines(List<StatementLine> lines, Currency currency, @Nullable String compareTo, Texts texts) {
        Rows rows = new Rows(texts, currency);
        for (StatementLine line : lines) {
            String css = switch (line.kind()) {
                case SECTION -> "section";
                case HEADING -> "heading";
                case TOTAL -> "total";
                default -> "";
            };
            String href = page(line.lines());
            var name = rows.text("account", line.code() == null ? line.name() : line.code() + " " + line.name(), href);
            var amount = rows.figure("amount", line.amount(), href);
            if (compareTo == null) rows.add(css, line.level(), name, amount);
            else rows.add(css, line.level(), name, amount, rows.figure("compared", line.compared(), null));
        }
        return rows;
    }

    @GetMapping("/reports/general-ledger")
    String accountStatement(
            @RequestParam AccountId account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Screen screen) {
        LocalDate end = to == null ? screen.today() : to;
        AccountStatement statement = statements.accountStatement(account, new Span(from, end), after, LINES);
        Texts texts = screen.texts();
        Rows rows = new Rows(texts, statement.currency());
        if (after == null) {
            rows.add(
                    "heading",
                    0,
                    rows.text("date", "", null),
                    rows.text("number", "", null),
                    rows.text("text", texts.say("report.brought"), null),
                    rows.text("contra", "", null),
                    rows.figure("debit", null, null),
                    rows.figure("credit", null, null),
                    rows.figure("balance", statement.opening(), null));
        }
        statement
                .lines()
                .forEach(line -> rows.add(
                        "",
                        0,
                        rows.text("date", texts.date(line.date()), null),
                        rows.text(
                                "number",
                                line.number(),
                                "/entries/" + line.entry().value()),
                        rows.text("text", line.text(), null),
                        rows.text("contra", String.join(", ", line.contra()), null),
                        rows.unlessZero("debit", line.debit()),
                        rows.unlessZero("credit", line.credit()),
                        rows.figure("balance", line.balance(), null)));
        if (statement.next() == null) {
            rows.add(
                    "total",
                    0,
                    rows.text("date", "", null),
                    rows.text("number", "", null),
                    rows.text("text", texts.say("report.total"), null),
                    rows.text("contra", "", null),
                    rows.figure("debit", statement.debit(), null),
                    rows.figure("credit", statement.credit(), null),
                    rows.figure("balance", statement.closing(), null));
        }
        List<Head> heads = List.of(
                Report.text("date", texts),
                Report.text("number", texts),
                Report.text("text", texts),
                Report.text("contra", texts),
                Report.figure("debit", texts),
                Report.figure("credit", texts),
                Report.figure("balance", texts));
        List<Input> inputs = List.of(
                Report.date("from", from),
                Report.date("to", end),
                new Input("account", "hidden", account.value().toString()));
        String next = statement.next() == null
                ? null
                : screen.address().with("after", statement.next()).toString();
        Report report = new Report(
                "general-ledger",
                statement.code() + " " + statement.name(),
                statement.currency().getCurrencyCode(),
                inputs,
                null,
                heads,
                rows.all(),
                next);
        return screen.page(screen.isFragment() && after != null ? "report :: rows" : "report", report);
    }

    /** A report of the API has its page at the same place. */
    private static @Nullable String page(@Nullable String link) {
        return link == null ? null : link.replaceFirst("^/api/", "/");
    }
}
