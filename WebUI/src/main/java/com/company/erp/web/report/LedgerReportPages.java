package com.company.erp.web.report;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.statement.AccountStatement;
import com.company.erp.finance.statement.GeneralLedger;
import com.company.erp.finance.statement.GeneralLedger.Sheet;
import com.company.erp.finance.statement.LedgerLine;
import com.company.erp.finance.statement.Span;
import com.company.erp.finance.statement.Statements;
import com.company.erp.web.pattern.Cell;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The general ledger: the postings of all accounts, one after the other, or of one. */
@Controller
class LedgerReportPages {

    private static final int LINES = 100;

    private final Statements statements;
    private final Shortcuts shortcuts;

    LedgerReportPages(Statements statements, Shortcuts shortcuts) {
        this.statements = statements;
        this.shortcuts = shortcuts;
    }

    @GetMapping("/reports/general-ledger")
    String generalLedger(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Screen screen) {
        var span = new Span(from, to == null ? screen.today() : to);
        GeneralLedger ledger = statements.generalLedger(null, span, after, LINES);
        Report report = begun(Report.of("general-ledger", ledger.currency(), screen), span, screen);
        ledger.accounts().forEach(sheet -> add(sheet, span, report, screen.texts()));
        return report.goesOn(ledger.next()).show();
    }

    private static void add(Sheet sheet, Span span, Report report, Texts texts) {
        String href = "/reports/general-ledger?account=" + sheet.account().value() + dates(span);
        if (!sheet.begun()) {
            Cell name = report.text(sheet.code() + " " + sheet.name(), href);
            ends(report, "heading", name, texts.say("report.brought"), null, null, sheet.broughtForward());
        }
        sheet.lines().forEach(line -> add(line, 1, report, texts));
        if (sheet.goesOn()) return;
        ends(
                report,
                "total",
                report.text(sheet.code()),
                texts.say("report.total"),
                sheet.debit(),
                sheet.credit(),
                sheet.carriedForward());
    }

    private static String dates(Span span) {
        return (span.from() == null ? "" : "&from=" + span.from()) + "&to=" + span.to();
    }

    @GetMapping(path = "/reports/general-ledger", params = "account")
    String accountStatement(
            @RequestParam AccountId account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Screen screen) {
        var span = new Span(from, to == null ? screen.today() : to);
        AccountStatement statement = statements.accountStatement(account, span, after, LINES);
        Texts texts = screen.texts();
        var currencies = List.of(statement.currency());
        Report report = Report.about("general-ledger", statement.code() + " " + statement.name(), currencies, screen);
        begun(report, span, screen)
                .keeping("account", account.value().toString())
                .back("/accounts", texts.say("menu.accounts"));
        Cell none = report.text("");
        if (after == null) {
            ends(report, "heading", none, texts.say("report.brought"), null, null, statement.opening());
        }
        statement.lines().forEach(line -> add(line, 0, report, texts));
        if (statement.next() == null) {
            ends(
                    report,
                    "total",
                    none,
                    texts.say("report.total"),
                    statement.debit(),
                    statement.credit(),
                    statement.closing());
        }
        return report.goesOn(statement.next()).show();
    }

    private Report begun(Report report, Span span, Screen screen) {
        return report.between(span.from(), span.to(), shortcuts.at(screen.today(), screen.texts()))
                .head("date", "number", "text", "contra")
                .figures("debit", "credit", "balance");
    }

    private static void add(LedgerLine line, int level, Report report, Texts texts) {
        String entry = "/entries/" + line.entry().value();
        List<Cell> cells = List.of(
                report.text(texts.date(line.date())),
                report.text(line.number(), entry),
                report.text(line.text()),
                report.text(String.join(", ", line.contra())),
                report.unlessZero(line.debit(), entry),
                report.unlessZero(line.credit(), entry),
                report.figure(line.balance()));
        report.row("", level, cells);
    }

    /** What stands over the postings of an account, or under them. */
    private static void ends(
            Report report,
            String css,
            Cell first,
            String said,
            @Nullable BigDecimal debit,
            @Nullable BigDecimal credit,
            BigDecimal balance) {
        Cell none = report.text("");
        report.row(
                css,
                first,
                none,
                report.text(said),
                none,
                report.figure(debit),
                report.figure(credit),
                report.figure(balance));
    }
}
