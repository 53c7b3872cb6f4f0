package com.company.erp.finance.dunning;

import com.company.erp.masterdata.party.PartyId;
import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.time.LocalDate;
import java.util.List;
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
@RequestMapping("/api/dunning-letters")
class DunningController {

    private final Dunning dunning;

    DunningController(Dunning dunning) {
        this.dunning = dunning;
    }

    @Operation(summary = "List the customers who could be reminded, and how firmly")
    @GetMapping("/proposals")
    List<DunningProposal> propose(@RequestParam LocalDate date) {
        return dunning.propose(date);
    }

    @Operation(summary = "Remind a customer of what is overdue")
    @PostMapping
    ResponseEntity<DunningView> write(@Valid @RequestBody DunningDraft draft) {
        DunningView view = dunning.write(draft);
        return Created.at("/api/dunning-letters/{id}", view.id(), view);
    }

    @Operation(summary = "Read a dunning letter and what it asks for")
    @GetMapping("/{id}")
    DunningView find(@PathVariable DunningId id) {
        return dunning.find(id);
    }

    @Operation(summary = "List dunning letters")
    @GetMapping
    Page<DunningRow> list(@RequestParam(required = false) @Nullable PartyId customer, @ParameterObject Paging paging) {
        return dunning.list(customer, paging);
    }
}
