package com.company.erp.finance.invoicing;

import com.company.erp.finance.drafting.DraftInvoice;
import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/invoices")
class InvoiceController {

    private final Invoicing invoicing;

    InvoiceController(Invoicing invoicing) {
        this.invoicing = invoicing;
    }

    record IssueRequest(@NotNull LocalDate on) {}

    @Operation(summary = "Draft an invoice or a credit note")
    @PostMapping
    ResponseEntity<InvoiceView> draft(@Valid @RequestBody DraftInvoice draft) {
        InvoiceView view = invoicing.draft(draft);
        return Created.at("/api/invoices/{id}", view.id(), view);
    }

    @Operation(summary = "Read an invoice with its lines, taxes and instalments")
    @GetMapping("/{id}")
    InvoiceView find(@PathVariable InvoiceId id) {
        return invoicing.find(id);
    }

    @Operation(summary = "Replace what a draft says")
    @PutMapping("/{id}")
    InvoiceView change(@PathVariable InvoiceId id, @IfMatch int version, @Valid @RequestBody DraftInvoice draft) {
        return invoicing.change(id, version, draft);
    }

    @Operation(summary = "Give up a draft")
    @PostMapping("/{id}/cancel")
    InvoiceView cancel(@PathVariable InvoiceId id) {
        return invoicing.cancel(id);
    }

    @Operation(summary = "Issue a draft: date, number and post it")
    @PostMapping("/{id}/issue")
    InvoiceView issue(@PathVariable InvoiceId id, @Valid @RequestBody IssueRequest request) {
        return invoicing.issue(id, request.on());
    }

    @Operation(summary = "Credit an issued invoice by lines, by an amount or in full")
    @PostMapping("/{id}/credit")
    ResponseEntity<InvoiceView> credit(@PathVariable InvoiceId id, @Valid @RequestBody CreditRequest request) {
        InvoiceView note = invoicing.credit(id, request);
        return Created.at("/api/invoices/{id}", note.id(), note);
    }
}
