package com.company.erp.finance.ledger;

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
@RequestMapping("/api/entries")
class EntryController {

    private final Ledger ledger;

    EntryController(Ledger ledger) {
        this.ledger = ledger;
    }

    record Reversal(
            @NotNull LocalDate on,
            @NotBlank @Size(max = 500) String reason) {}

    @Operation(summary = "Post a journal entry by hand")
    @PostMapping
    ResponseEntity<EntryView> record(@Valid @RequestBody ManualEntry entry) {
        EntryView view = ledger.record(entry);
        return Created.at("/api/entries/{id}", view.id(), view);
    }

    @Operation(summary = "Take back an entry that was posted by hand")
    @PostMapping("/{id}/reverse")
    ResponseEntity<EntryView> reverse(@PathVariable EntryId id, @Valid @RequestBody Reversal reversal) {
        EntryView view = ledger.reverse(id, reversal.on(), reversal.reason());
        return Created.at("/api/entries/{id}", view.id(), view);
    }

    @Operation(summary = "Read an entry with its lines")
    @GetMapping("/{id}")
    EntryView find(@PathVariable EntryId id) {
        return ledger.find(id);
    }

    @Operation(summary = "List the journal")
    @GetMapping
    Page<EntryReader.EntryRow> list(@ParameterObject EntryReader.EntryFilter filter, @ParameterObject Paging paging) {
        return ledger.list(filter, paging);
    }
}
