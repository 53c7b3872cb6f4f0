package com.company.erp.web.report;

import com.company.erp.finance.chart.AccountId;
import com.company.erp.finance.receivables.AgedItem;
import com.company.erp.finance.receivables.Receivables;
import com.company.erp.finance.receivables.Receivables.AgedRow;
import com.company.erp.finance.statement.GeneralLedger;
import com.company.erp.finance.statement.Span;
import com.company.erp.finance.statement.StatementLine;
import com.company.erp.finance.statement.Statements;
import com.company.erp.finance.statement.TrialBalance;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.web.ExportFormat;
import com.company.erp.platform.web.TableExport;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The reports as files, whole and with the columns of the API's; each page gives all the dates. */
@Controller
class ReportFiles {

    private final Statements statements;
    private final Receivables receivables;

    ReportFiles(Statements statements, Receivables receivables) {
        this.statements = statements;
        this.receivables = receivables;
    }

    @GetMapping("/reports/trial-balance/export")
    void trialBalance(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            Comparison comparison,
            @RequestParam ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TrialBalance balance = statements.trialBalance(new Span(from, to), comparison.wanted());
        send(response, format, "trial-balance-" + to, TrialBalance.Row.class, balance.rows());
    }

    @GetMapping("/reports/balance-sheet/export")
    void balanceSheet(
            @RequestParam LocalDate on,
            Comparison comparison,
            @RequestParam ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        List<StatementLine> lines =
                statements.balanceSheet(on, comparison.wanted()).lines();
        send(response, format, "balance-sheet-" + on, StatementLine.class, lines);
    }

    @GetMapping("/reports/income-statement/export")
    void incomeStatement(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            Comparison comparison,
            @RequestParam ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        List<StatementLine> lines =
                statements.incomeStatement(from, to, comparison.wanted()).lines();
        send(response, format, "income-statement-" + to, StatementLine.class, lines);
    }

    @GetMapping("/reports/general-ledger/export")
    void generalLedger(
            @RequestParam(required = false) @Nullable AccountId account,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        TableExport.send(
                response,
                format,
                "general-ledger-" + to,
                GeneralLedger.FileRow.class,
                rows -> statements.generalLedger(account, new Span(from, to), rows));
    }

    @GetMapping("/reports/aged-receivables/export")
    void aged(@RequestParam LocalDate on, @RequestParam ExportFormat format, HttpServletResponse response)
            throws IOException {
        send(
                response,
                format,
                "aged-receivables-" + on,
                AgedRow.class,
                receivables.aged(on).customers());
    }

    @GetMapping("/reports/aged-receivables/items/export")
    void aged(
            @RequestParam PartyId customer,
            @RequestParam LocalDate on,
            @RequestParam ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        List<AgedItem> items = receivables.aged(customer, on).items();
        send(response, format, "aged-receivables-" + on, AgedItem.class, items);
    }

    @GetMapping("/reports/customer-statement/export")
    void statement(
            @RequestParam PartyId customer,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam ExportFormat format,
            HttpServletResponse response)
            throws IOException {
        var lines = receivables.statement(customer, from, to).lines();
        send(response, format, "customer-statement-" + to, Receivables.StatementLine.class, lines);
    }

    private static <T extends Record> void send(
            HttpServletResponse response, ExportFormat format, String name, Class<T> row, List<T> rows)
            throws IOException {
        TableExport.send(response, format, name, row, taker -> taker.accept(rows.stream()));
    }
}
