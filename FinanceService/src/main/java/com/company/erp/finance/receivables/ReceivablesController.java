package com.company.erp.finance.receivables;

import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.web.ReportFile;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/reports")
class ReceivablesController {

    private final Receivables receivables;

    ReceivablesController(Receivables receivables) {
        this.receivables = receivables;
    }

    @Operation(summary = "Aged receivables at a date, as JSON, CSV or XLSX")
    @GetMapping("/aged-receivables")
    Receivables.@Nullable AgedReport aged(
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        return ReportFile.of(
                        "aged-receivables-" + date,
                        Receivables.AgedRow.class,
                        () -> receivables.aged(date).customers())
                .orJson(format, response, () -> receivables.aged(date));
    }

    @Operation(summary = "What a customer's aged receivables are made of, as JSON, CSV or XLSX")
    @GetMapping("/aged-receivables/items")
    @Nullable AgedCustomer aged(
            @RequestParam PartyId customer,
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        return ReportFile.of(
                        "aged-receivables-" + date,
                        AgedItem.class,
                        () -> receivables.aged(customer, date).items())
                .orJson(format, response, () -> receivables.aged(customer, date));
    }

    @Operation(summary = "A customer's statement, as JSON, CSV or XLSX")
    @GetMapping("/customer-statement")
    Receivables.@Nullable Statement statement(
            @RequestParam PartyId customer,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        return ReportFile.of(
                        "customer-statement-" + to,
                        Receivables.StatementLine.class,
                        () -> receivables.statement(customer, from, to).lines())
                .orJson(format, response, () -> receivables.statement(customer, from, to));
    }

    @Operation(summary = "How a customer paid, month by month, as JSON, CSV or XLSX")
    @GetMapping("/payment-behaviour")
    @Nullable PaymentBehaviour behaviour(
            @RequestParam PartyId customer,
            @RequestParam LocalDate date,
            @RequestParam(defaultValue = "json") String format,
            HttpServletResponse response)
            throws IOException {
        return ReportFile.of(
                        "payment-behaviour-" + date,
                        PaymentBehaviour.PaidMonth.class,
                        () -> receivables.behaviour(customer, date).months())
                .orJson(format, response, () -> receivables.behaviour(customer, date));
    }
}
