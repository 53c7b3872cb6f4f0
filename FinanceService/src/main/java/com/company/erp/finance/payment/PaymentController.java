package com.company.erp.finance.payment;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payments")
class PaymentController {

    private final Paying paying;

    PaymentController(Paying paying) {
        this.paying = paying;
    }

    record ReversalRequest(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 200) String reason) {}

    @Operation(summary = "Record money received from a customer")
    @PostMapping("/receive")
    ResponseEntity<PaymentView> receive(@Valid @RequestBody Receipt receipt) {
        return created(paying.receive(receipt));
    }

    @Operation(summary = "Pay a customer's credit back")
    @PostMapping("/refund")
    ResponseEntity<PaymentView> refund(@Valid @RequestBody Refund refund) {
        return created(paying.refund(refund));
    }

    @Operation(summary = "Write off what a customer will not pay")
    @PostMapping("/write-off")
    ResponseEntity<PaymentView> writeOff(@Valid @RequestBody WriteOff writeOff) {
        return created(paying.writeOff(writeOff));
    }

    @Operation(summary = "Take a payment back, because it bounced or was a mistake")
    @PostMapping("/{id}/reverse")
    PaymentView reverse(@PathVariable PaymentId id, @Valid @RequestBody ReversalRequest reversal) {
        return paying.reverse(id, reversal.on(), reversal.reason());
    }

    @Operation(summary = "Read a payment and what it settles")
    @GetMapping("/{id}")
    PaymentView find(@PathVariable PaymentId id) {
        return paying.find(id);
    }

    @Operation(summary = "List payments")
    @GetMapping
    Page<PaymentRow> list(@ParameterObject Paying.PaymentFilter filter, @ParameterObject Paging paging) {
        return paying.list(filter, paging);
    }

    private static ResponseEntity<PaymentView> created(PaymentView view) {
        return Created.at("/api/payments/{id}", view.id(), view);
    }
}
