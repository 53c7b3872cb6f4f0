package com.company.erp.document.mailrun;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/mail-runs")
@Tag(name = "E-mail")
class MailRunController {

    private final MailRuns runs;

    MailRunController(MailRuns runs) {
        this.runs = runs;
    }

    @Operation(summary = "Print and send many records by e-mail, in the background")
    @PostMapping
    ResponseEntity<MailRunView> start(@Valid @RequestBody MailRunDraft draft) {
        MailRunView run = runs.start(draft);
        return Created.at("/api/mail-runs/{id}", run.id(), run);
    }

    @Operation(summary = "Show how far a run is")
    @GetMapping("/{id}")
    MailRunView find(@PathVariable MailRunId id) {
        return runs.find(id);
    }

    @Operation(summary = "List the runs")
    @GetMapping
    Page<MailRunView> list(@ParameterObject Paging paging) {
        return runs.list(paging);
    }

    @Operation(summary = "List the records of a run and what became of them")
    @GetMapping("/{id}/items")
    Page<MailRunItem> items(
            @PathVariable MailRunId id,
            @RequestParam(required = false) MailRunItem.@Nullable Status status,
            @ParameterObject Paging paging) {
        return runs.items(id, status, paging);
    }
}
