package com.company.erp.masterdata.terms;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/payment-terms")
@Tag(name = "Payment terms", description = "When invoices fall due")
class PaymentTermsController {

    private final PaymentTermsBook book;

    PaymentTermsController(PaymentTermsBook book) {
        this.book = book;
    }

    @Operation(summary = "Offer payment terms")
    @PostMapping
    ResponseEntity<PaymentTermsView> create(@Valid @RequestBody PaymentTermsDraft draft) {
        PaymentTermsView terms = book.create(draft);
        return Created.at("/api/payment-terms/{id}", terms.id(), terms);
    }

    @Operation(summary = "Show payment terms")
    @GetMapping("/{id}")
    PaymentTermsView read(@PathVariable PaymentTermsId id) {
        return book.read(id);
    }

    @Operation(summary = "List payment terms")
    @GetMapping
    Page<PaymentTermsLine> list(
            @RequestParam(required = false) @Nullable Boolean active, @ParameterObject Paging paging) {
        return book.list(active, paging);
    }

    @Operation(summary = "Change payment terms; what was issued under them stays as it is")
    @PutMapping("/{id}")
    PaymentTermsView change(
            @PathVariable PaymentTermsId id, @IfMatch int version, @Valid @RequestBody PaymentTermsDraft draft) {
        return book.change(id, version, draft);
    }

    @Operation(summary = "Offer payment terms no longer")
    @PostMapping("/{id}/deactivate")
    PaymentTermsView deactivate(@PathVariable PaymentTermsId id) {
        return book.deactivate(id);
    }

    @Operation(summary = "Offer payment terms again")
    @PostMapping("/{id}/activate")
    PaymentTermsView activate(@PathVariable PaymentTermsId id) {
        return book.activate(id);
    }

    @Operation(summary = "Delete payment terms that nothing refers to")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable PaymentTermsId id, @IfMatch int version) {
        book.delete(id, version);
    }
}
