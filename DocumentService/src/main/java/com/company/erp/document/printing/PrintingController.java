package com.company.erp.document.printing;

import com.company.erp.document.attachment.AnswersInParts;
import com.company.erp.document.attachment.FileAnswer;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Papers", description = "Documents as PDF/A, and the letterhead they are printed on")
class PrintingController {

    private final Printing printing;

    PrintingController(Printing printing) {
        this.printing = printing;
    }

    @Operation(summary = "Print an invoice or credit note; once issued, always the same paper")
    @ApiResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @AnswersInParts
    @GetMapping("/api/invoices/{id}/pdf")
    void printInvoice(@PathVariable InvoiceId id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FileAnswer.send(printing.printInvoice(id), request, response);
    }

    @Operation(summary = "Print a customer's statement of account")
    @ApiResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @AnswersInParts
    @GetMapping("/api/parties/{id}/statement/pdf")
    void printStatement(
            @PathVariable PartyId id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        FileAnswer.send(printing.printStatement(id, from, to), request, response);
    }

    @Operation(summary = "Show the letterhead of the company's papers")
    @GetMapping("/api/letterhead")
    LetterheadView read() {
        return printing.read();
    }

    @Operation(summary = "Change the letterhead of papers to come")
    @PutMapping("/api/letterhead")
    LetterheadView change(@Valid @RequestBody LetterheadDetails details, @IfMatch int version) {
        return printing.change(details, version);
    }
}
