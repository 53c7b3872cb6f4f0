package com.company.erp.document.printing;

import com.company.erp.document.attachment.AnswersInParts;
import com.company.erp.document.attachment.FileAnswer;
import com.company.erp.document.attachment.FileContent;
import com.company.erp.finance.dunning.DunningId;
import com.company.erp.finance.invoicing.InvoiceId;
import com.company.erp.finance.payment.PaymentId;
import com.company.erp.finance.payment.PaymentKind;
import com.company.erp.masterdata.party.PartyId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Papers", description = "Documents as PDF/A, the letterhead they are printed on, and their templates")
class PrintingController {

    private final Printing printing;

    PrintingController(Printing printing) {
        this.printing = printing;
    }

    /** Describes an operation that answers a paper. */
    @AnswersInParts
    @ApiResponse(
            responseCode = "200",
            description = "The paper",
            content = @Content(mediaType = "application/pdf", schema = @Schema(type = "string", format = "binary")))
    @Documented
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface AnswersPaper {}

    @Operation(summary = "Print an invoice or credit note; once issued, always the same paper")
    @AnswersPaper
    @GetMapping("/api/invoices/{id}/pdf")
    void printInvoice(@PathVariable InvoiceId id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(printing.printInvoice(id), request, response);
    }

    @Operation(summary = "Print a dunning letter; always the same paper")
    @AnswersPaper
    @GetMapping("/api/dunning-letters/{id}/pdf")
    void printDunning(@PathVariable DunningId id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(printing.printDunning(id), request, response);
    }

    @Operation(summary = "Print a customer's statement of account")
    @AnswersPaper
    @GetMapping("/api/parties/{id}/statement/pdf")
    void printStatement(
            @PathVariable PartyId id,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(printing.printStatement(id, from, to), request, response);
    }

    @Operation(summary = "Print what a payment settled: a remittance advice, or a receipt")
    @AnswersPaper
    @GetMapping("/api/payments/{id}/pdf")
    void printPayment(@PathVariable PaymentId id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        send(printing.printPayment(id), request, response);
    }

    @Operation(summary = "Print the list of payments between two dates")
    @AnswersPaper
    @GetMapping("/api/reports/payments/pdf")
    void printPayments(
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable PaymentKind kind,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        send(printing.printPayments(from, to, kind), request, response);
    }

    private static void send(FileContent paper, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FileAnswer.send(paper, request, response);
    }
}
