package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.ReportFile;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Every report is answered as {@code format=json}, or as a file with {@code csv} or {@code xlsx}: whole, not in pages.
 */
@RestController
@RequestMapping("/api/reports")
class StatementController {

    private final Statements statements;

    StatementController(Statements statements) {
        this.statements = statements;
    }

    @Operation(summary = "How the company stands: cash on a date, and sales of that month and the eleven before it")
    @GetMapping("/overview")
    Overview overview(@RequestParam LocalDate on) {
        return statements.overview(on);
    }

    @Operation(summary = "Trial balance, as of a date or between two dates, as JSON, CSV or XLSX")
    @GetMapping("/trial-balance")
    @Nullable TrialBalance trialBalance(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String compareTo,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        Supplier<TrialBalance> report = () -> statements.trialBalance(new Span(from, to), compareTo);
        var file = ReportFile.of(
                "trial-balance-" + to,
                TrialBalance.Row.class,
                () -> report.get().rows());
        return file.orJson(format, response, report);
    }

    @Operation(
            summary =
                    "General ledger: the postings of one account or of all with running balances, as JSON, CSV or XLSX")
    @GetMapping("/general-ledger")
    @Nullable GeneralLedger generalLedger(
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        var span = new Span(from, to);
        var file = new ReportFile<GeneralLedger.FileRow>(
                "general-ledger-" + to,
                GeneralLedger.FileRow.class,
                rows -> statements.generalLedger(account, span, rows));
        return file.orJson(format, response, () -> statements.generalLedger(account, span, after, limit));
    }

    @Operation(summary = "Statement of one account: totals, and postings with running balances, as JSON, CSV or XLSX")
    @GetMapping("/account-statement")
    @Nullable AccountStatement accountStatement(
            @RequestParam AccountId account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        var span = new Span(from, to);
        var file = new ReportFile<GeneralLedger.FileRow>(
                "account-statement-" + to,
                GeneralLedger.FileRow.class,
                rows -> statements.accountStatement(account, span, rows));
        return file.orJson(format, response, () -> statements.accountStatement(account, span, after, limit));
    }

    @Operation(summary = "Journal: entries with their lines by date, as JSON, CSV or XLSX")
    @GetMapping("/journal")
    @Nullable Page<JournalEntry> journal(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable JournalKind journal,
            @ParameterObject Paging paging,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        var span = new Span(from, to);
        var file = new ReportFile<JournalEntry.FileRow>(
                "journal-" + to, JournalEntry.FileRow.class, rows -> statements.journal(span, journal, rows));
        return file.orJson(format, response, () -> statements.journal(span, journal, paging));
    }

    @Operation(summary = "Balance sheet on a date, as JSON, CSV or XLSX")
    @GetMapping("/balance-sheet")
    @Nullable BalanceSheet balanceSheet(
            @RequestParam LocalDate on,
            @RequestParam(required = false) @Nullable String compareTo,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        Supplier<BalanceSheet> report = () -> statements.balanceSheet(on, compareTo);
        var file = ReportFile.of(
                "balance-sheet-" + on, StatementLine.class, () -> report.get().lines());
        return file.orJson(format, response, report);
    }

    @Operation(
            summary = "Income statement between two dates, from the start of the fiscal year unless said otherwise, as"
                    + " JSON, CSV or XLSX")
    @GetMapping("/income-statement")
    @Nullable IncomeStatement incomeStatement(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String compareTo,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        Supplier<IncomeStatement> report = () -> statements.incomeStatement(from, to, compareTo);
        var file = ReportFile.of(
                "income-statement-" + to,
                StatementLine.class,
                () -> report.get().lines());
        return file.orJson(format, response, report);
    }

    @Operation(summary = "Tax by code and month, held against the tax accounts, as JSON, CSV or XLSX")
    @GetMapping("/tax")
    @Nullable TaxReport tax(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        Supplier<TaxReport> report = () -> statements.tax(new Span(from, to));
        var file = ReportFile.of(
                "tax-" + to, TaxReport.FileRow.class, () -> report.get().fileRows());
        return file.orJson(format, response, report);
    }
}
