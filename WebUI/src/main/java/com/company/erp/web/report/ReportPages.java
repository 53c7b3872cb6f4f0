package com.company.erp.web.report;

import com.company.erp.finance.statement.BalanceSheet;
import com.company.erp.finance.statement.IncomeStatement;
import com.company.erp.finance.statement.Span;
import com.company.erp.finance.statement.StatementLine;
import com.company.erp.finance.statement.Statements;
import com.company.erp.finance.statement.TrialBalance;
import com.company.erp.web.pattern.Cell;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Reports of the books. */
@Controller
class ReportPages {

    private final Statements statements;
    private final Shortcuts shortcuts;

    ReportPages(Statements statements, Shortcuts shortcuts) {
        this.statements = statements;
        this.shortcuts = shortcuts;
    }

    @GetMapping("/reports/trial-balance")
    String trialBalance(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Comparison comparison,
            Screen screen) {
        var span = new Span(from, to == null ? screen.today() : to);
        TrialBalance balance = statements.trialBalance(span, comparison.wanted());
        Span compared = balance.comparedTo() == null ? null : new Span(balance.comparedFrom(), balance.comparedTo());
        Report report = Report.of("trial-balance", balance.currency(), screen)
                .between(from, span.to(), shortcuts.at(screen.today(), screen.texts()))
                .comparedWith(comparison)
                .head("account")
                .figures("opening", "debit", "credit");
        report.figures("closing", new Span(null, span.to()), compared == null ? null : new Span(null, compared.to()));
        BigDecimal comparedTotal = BigDecimal.ZERO;
        for (TrialBalance.Row row : balance.rows()) {
            String href = page(row.lines());
            var cells = new ArrayList<>(List.of(
                    report.text(row.code() + " " + row.name(), href),
                    report.unlessZero(row.opening(), href),
                    report.unlessZero(row.debit(), href),
                    report.unlessZero(row.credit(), href),
                    report.figure(row.closing(), href)));
            if (row.comparedClosing() != null) {
                cells.addAll(report.change(row.closing(), row.comparedClosing(), page(row.comparedLines())));
                comparedTotal = comparedTotal.add(row.comparedClosing());
            }
            report.row("", 0, cells);
        }
        TrialBalance.Totals totals = balance.totals();
        var cells = new ArrayList<>(List.of(
                report.text(screen.texts().say("report.total")),
                report.figure(totals.opening()),
                report.figure(totals.debit()),
                report.figure(totals.credit()),
                report.figure(totals.closing())));
        if (compared != null) cells.addAll(report.change(totals.closing(), comparedTotal, null));
        return report.row("total", 0, cells).show();
    }

    @GetMapping("/reports/balance-sheet")
    String balanceSheet(@RequestParam(required = false) @Nullable LocalDate on, Comparison comparison, Screen screen) {
        LocalDate date = on == null ? screen.today() : on;
        BalanceSheet sheet = statements.balanceSheet(date, comparison.wanted());
        Span compared = sheet.comparedOn() == null ? null : new Span(null, sheet.comparedOn());
        Report report = Report.of("balance-sheet", sheet.currency(), screen)
                .on(date, shortcuts.at(screen.today(), screen.texts()))
                .comparedWith(comparison)
                .head("account")
                .figures("amount", new Span(null, date), compared);
        sheet.lines().forEach(line -> add(line, report, screen.texts()));
        return report.show();
    }

    @GetMapping("/reports/income-statement")
    String incomeStatement(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Comparison comparison,
            Screen screen) {
        LocalDate end = to == null ? screen.today() : to;
        IncomeStatement statement = statements.incomeStatement(from, end, comparison.wanted());
        Span compared =
                statement.comparedTo() == null ? null : new Span(statement.comparedFrom(), statement.comparedTo());
        Report report = Report.of("income-statement", statement.currency(), screen)
                .between(statement.from(), end, shortcuts.at(screen.today(), screen.texts()))
                .comparedWith(comparison)
                .head("account")
                .figures("amount", new Span(statement.from(), end), compared);
        statement.lines().forEach(line -> add(line, report, screen.texts()));
        return report.show();
    }

    private static void add(StatementLine line, Report report, Texts texts) {
        String css = switch (line.kind()) {
            case SECTION -> "section";
            case HEADING -> "heading";
            case TOTAL -> "total";
            default -> "";
        };
        String href = page(line.lines());
        var cells = new ArrayList<Cell>(List.of(report.text(named(line, texts), href)));
        cells.add(report.figure(line.amount(), href));
        BigDecimal compared = line.compared();
        if (compared != null) cells.addAll(report.change(line.amount(), compared, page(line.comparedLines())));
        report.row(css, line.level(), cells);
    }

    /** Accounts have names of their own; what stands over and under them is said in the reader's language. */
    private static String named(StatementLine line, Texts texts) {
        if (line.account() == null)
            return texts.say("line." + line.name().toLowerCase(Locale.ROOT).replace(' ', '-'));
        return line.code() == null ? line.name() : line.code() + " " + line.name();
    }

    /** A report of the API has its page at the same place. */
    private static @Nullable String page(@Nullable String link) {
        return link == null ? null : link.replaceFirst("^/api/", "/");
    }
}
