package com.company.erp.finance.subledger;

import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SubledgerController {

    private final Subledger subledger;

    SubledgerController(Subledger subledger) {
        this.subledger = subledger;
    }

    record AllocationRequest(
            @NotNull LocalDate on,
            @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Pairing> pairings) {}

    record Undo(@NotNull LocalDate on) {}

    @Operation(summary = "List open items")
    @GetMapping("/api/open-items")
    Page<OpenItemView> list(@ParameterObject Subledger.OpenItemFilter filter, @ParameterObject Paging paging) {
        return subledger.list(filter, paging);
    }

    @Operation(summary = "List the allocations in force of a document")
    @GetMapping("/api/allocations")
    List<AllocationView> allocationsOf(@RequestParam UUID document) {
        return subledger.allocationsOf(document);
    }

    @Operation(summary = "Allocate credits to what a party owes")
    @PostMapping("/api/allocations")
    @ResponseStatus(HttpStatus.CREATED)
    List<AllocationView> allocate(@Valid @RequestBody AllocationRequest request) {
        return subledger.allocate(request.on(), request.pairings());
    }

    @Operation(summary = "Take an allocation back")
    @PostMapping("/api/allocations/{id}/undo")
    List<OpenItemView> unallocate(@PathVariable AllocationId id, @Valid @RequestBody Undo undo) {
        return subledger.unallocate(id, undo.on());
    }

    @Operation(summary = "Prove that control accounts equal their open items")
    @PostMapping("/api/open-items/check")
    List<Subledger.ControlDifference> check() {
        return subledger.check();
    }
}
