package com.company.erp.finance.statement;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import com.company.erp.platform.web.TableExport;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every report is answered as {@code format=json}, or as a file with {@code csv} or {@code xlsx}: whole, not in pages. */
@RestController
@RequestMapping("/api/reports")
class StatementController {

    private final Statements statements;

    StatementController(Statements statements) {
        this.statements = statements;
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
        var file = new File<>(
                "trial-balance-" + to,
                TrialBalance.Row.class,
                whole(() -> report.get().rows()));
        return answer(format, response, report, file);
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
        var file = new File<GeneralLedger.FileRow>(
                "general-ledger-" + to,
                GeneralLedger.FileRow.class,
                rows -> statements.generalLedger(account, span, rows));
        return answer(format, response, () -> statements.generalLedger(account, span, after, limit), file);
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
        var file = new File<GeneralLedger.FileRow>(
                "account-statement-" + to,
                GeneralLedger.FileRow.class,
                rows -> statements.accountStatement(account, span, rows));
        return answer(format, response, () -> statements.accountStatement(account, span, after, limit), file);
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
        var file = new File<JournalEntry.FileRow>(
                "journal-" + to, JournalEntry.FileRow.class, rows -> statements.journal(span, journal, rows));
        return answer(format, response, () -> statements.journal(span, journal, paging), file);
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
        var file = new File<>(
                "balance-sheet-" + on,
                StatementLine.class,
                whole(() -> report.get().lines()));
        return answer(format, response, report, file);
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
        var file = new File<>(
                "income-statement-" + to,
                StatementLine.class,
                whole(() -> report.get().lines()));
        return answer(format, response, report, file);
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
        var file = new File<>(
                "tax-" + to, TaxReport.FileRow.class, whole(() -> report.get().fileRows()));
        return answer(format, response, report, file);
    }

    /** A report as a file: its name, what a row is, and who hands the rows over. */
    private record File<T extends Record>(String name, Class<T> row, Consumer<Consumer<Stream<T>>> rows) {}

    private static <T> Consumer<Consumer<Stream<T>>> whole(Supplier<List<T>> report) {
        return rows -> rows.accept(report.get().stream());
    }

    /** The report for JSON; null once a file has been sent. */
    private static <R, T extends Record> @Nullable R answer(
            String format, HttpServletResponse response, Supplier<R> report, File<T> file) throws IOException {
        if (format.equals("json")) return report.get();
        TableExport.send(response, ExportFormat.parse(format), file.name(), file.row(), file.rows());
        return null;
    }
}
