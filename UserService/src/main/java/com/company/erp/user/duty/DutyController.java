package com.company.erp.user.duty;

import com.company.erp.platform.web.Created;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DutyController {

    private final DutyAdministration duties;

    DutyController(DutyAdministration duties) {
        this.duties = duties;
    }

    record NewPair(
            @NotBlank @Size(max = 100) String first,
            @NotBlank @Size(max = 100) String second,
            @NotBlank @Size(max = 500) String because) {}

    @Operation(summary = "List the pairs of duties that your company keeps apart")
    @GetMapping("/api/duty-pairs")
    List<DutyPairView> list() {
        return duties.list();
    }

    @Operation(summary = "List pairs of duties that companies commonly keep apart")
    @GetMapping("/api/duty-pairs/proposals")
    List<Proposal> proposals() {
        return duties.proposals();
    }

    @Operation(summary = "List the users who have two duties that are kept apart")
    @GetMapping("/api/duty-pairs/conflicts")
    List<DutyConflict> conflicts() {
        return duties.conflicts();
    }

    @Operation(summary = "Show a pair of duties")
    @GetMapping("/api/duty-pairs/{id}")
    DutyPairView read(@PathVariable DutyPairId id) {
        return duties.read(id);
    }

    @Operation(summary = "Keep two duties apart")
    @PostMapping("/api/duty-pairs")
    ResponseEntity<DutyPairView> create(@Valid @RequestBody NewPair wanted) {
        DutyPairView made = duties.create(wanted.first(), wanted.second(), wanted.because());
        return Created.at("/api/duty-pairs/{id}", made.id(), made);
    }

    @Operation(summary = "Keep a pair of duties apart no longer")
    @PostMapping("/api/duty-pairs/{id}/end")
    DutyPairView end(@PathVariable DutyPairId id) {
        return duties.end(id);
    }

    @Operation(summary = "List the exceptions from a pair of duties")
    @GetMapping("/api/duty-pairs/{id}/exceptions")
    List<DutyExceptionView> exceptions(@PathVariable DutyPairId id) {
        return duties.exceptions(id);
    }

    @Operation(summary = "Sign an exception from a pair of duties for another user")
    @PostMapping("/api/duty-exceptions")
    @ResponseStatus(HttpStatus.CREATED)
    DutyExceptionView except(@Valid @RequestBody NewException wanted) {
        return duties.except(wanted);
    }

    @Operation(summary = "End an exception from a pair of duties before its time")
    @PostMapping("/api/duty-exceptions/{id}/revoke")
    DutyExceptionView revoke(@PathVariable DutyExceptionId id) {
        return duties.revoke(id);
    }
}
