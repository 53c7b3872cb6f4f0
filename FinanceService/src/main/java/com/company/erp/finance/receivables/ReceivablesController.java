package com.company.erp.finance.receivables;

import com.company.erp.masterdata.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
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

    @Operation(summary = "Aged receivables at a date")
    @GetMapping("/aged-receivables")
    Receivables.AgedReport aged(@RequestParam LocalDate date) {
        return receivables.aged(date);
    }

    @Operation(summary = "A customer's statement")
    @GetMapping("/customer-statement")
    Receivables.Statement statement(
            @RequestParam PartyId customer, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        return receivables.statement(customer, from, to);
    }
}
