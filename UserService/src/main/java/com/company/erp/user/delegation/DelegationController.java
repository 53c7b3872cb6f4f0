package com.company.erp.user.delegation;

import com.company.erp.kernel.UserId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DelegationController {

    private final Delegating delegating;

    DelegationController(Delegating delegating) {
        this.delegating = delegating;
    }

    record Absence(@NotNull UserId user) {}

    @Operation(summary = "List who stands in for whom in your company")
    @GetMapping("/api/delegations")
    List<DelegationView> list() {
        return delegating.list();
    }

    @Operation(summary = "List who stands in for you, and for whom you do")
    @GetMapping("/api/delegations/mine")
    List<DelegationView> mine() {
        return delegating.mine();
    }

    @Operation(summary = "Say who stands in for you while you are away")
    @PostMapping("/api/delegations/mine")
    @ResponseStatus(HttpStatus.CREATED)
    DelegationView createMine(@Valid @RequestBody NewDelegation wanted) {
        return delegating.createMine(wanted);
    }

    @Operation(summary = "Say who stands in for another user")
    @PostMapping("/api/users/{id}/delegations")
    @ResponseStatus(HttpStatus.CREATED)
    DelegationView create(@PathVariable UserId id, @Valid @RequestBody NewDelegation wanted) {
        return delegating.create(id, wanted);
    }

    @Operation(summary = "End somebody's delegation before its time")
    @PostMapping("/api/delegations/{id}/revoke")
    DelegationView revoke(@PathVariable DelegationId id) {
        return delegating.revoke(id);
    }

    @Operation(summary = "End your own delegation before its time")
    @PostMapping("/api/delegations/mine/{id}/revoke")
    DelegationView revokeMine(@PathVariable DelegationId id) {
        return delegating.revokeMine(id);
    }

    @Operation(summary = "Go on in the place of a user who is away, with his permissions")
    @PostMapping("/api/auth/stand-in")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void standInFor(@Valid @RequestBody Absence absence) {
        delegating.standInFor(absence.user());
    }

    @Operation(summary = "Go on as yourself")
    @PostMapping("/api/auth/stand-in/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void beOneself() {
        delegating.beOneself();
    }
}
