package com.company.erp.finance.recurring;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/recurring-entries")
class RecurringController {

    private final Recurring recurring;

    RecurringController(Recurring recurring) {
        this.recurring = recurring;
    }

    record Activation(@NotNull LocalDate from) {}

    record Skip(@NotNull LocalDate dueOn) {}

    @Operation(summary = "Write an entry that posts itself on its dates")
    @PostMapping
    ResponseEntity<RecurringView> create(@Valid @RequestBody RecurringDraft draft) {
        RecurringView view = recurring.create(draft);
        return Created.at("/api/recurring-entries/{id}", view.id(), view);
    }

    @Operation(summary = "Read a recurring entry")
    @GetMapping("/{id}")
    RecurringView find(@PathVariable RecurringId id) {
        return recurring.find(id);
    }

    @Operation(summary = "List recurring entries")
    @GetMapping
    Page<Recurring.RecurringRow> list(
            @RequestParam(required = false) @Nullable Boolean active, @ParameterObject Paging paging) {
        return recurring.list(active, paging);
    }

    @Operation(summary = "List what became of the dates of a recurring entry")
    @GetMapping("/{id}/dates")
    Page<Recurring.DateView> dates(@PathVariable RecurringId id, @ParameterObject Paging paging) {
        return recurring.dates(id, paging);
    }

    @Operation(summary = "Change what the dates to come post")
    @PutMapping("/{id}")
    RecurringView change(@PathVariable RecurringId id, @IfMatch int version, @Valid @RequestBody RecurringDraft draft) {
        return recurring.change(id, version, draft);
    }

    @Operation(summary = "Take a recurring entry out of use")
    @PostMapping("/{id}/deactivate")
    RecurringView deactivate(@PathVariable RecurringId id) {
        return recurring.deactivate(id);
    }

    @Operation(summary = "Take a recurring entry up again, from a date on")
    @PostMapping("/{id}/activate")
    RecurringView activate(@PathVariable RecurringId id, @Valid @RequestBody Activation activation) {
        return recurring.activate(id, activation.from());
    }

    @Operation(summary = "Give up a date that was refused")
    @PostMapping("/{id}/skip")
    RecurringView skip(@PathVariable RecurringId id, @Valid @RequestBody Skip skip) {
        return recurring.skip(id, skip.dueOn());
    }
}
