package com.company.erp.user.access;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RoleController {

    private final RoleAdministration roles;

    RoleController(RoleAdministration roles) {
        this.roles = roles;
    }

    record NewRole(
            @NotBlank @Size(max = 50) String name,
            @NotNull @Size(max = 500) Set<@NotBlank @Size(max = 100) String> permissions) {}

    record Grant(@NotNull @Size(max = 500) Set<@NotBlank @Size(max = 100) String> permissions) {}

    @Operation(summary = "List all permissions there are")
    @GetMapping("/api/permissions")
    List<String> permissions() {
        return roles.permissions();
    }

    @Operation(summary = "Say why a user of your company may or may not do a thing")
    @GetMapping("/api/access/explain")
    Explanation explain(@RequestParam UserId user, @RequestParam String permission) {
        return roles.explain(user, permission);
    }

    @Operation(summary = "List the roles of the house and those of your company")
    @GetMapping("/api/roles")
    List<RoleView> list() {
        return roles.list();
    }

    @Operation(summary = "Show a role of your company")
    @GetMapping("/api/roles/{id}")
    RoleView read(@PathVariable RoleId id) {
        return roles.read(id);
    }

    @Operation(summary = "Make a role for your company")
    @PostMapping("/api/roles")
    ResponseEntity<RoleView> create(@Valid @RequestBody NewRole role) {
        RoleView made = roles.create(role.name(), role.permissions());
        return Created.at("/api/roles/{id}", Objects.requireNonNull(made.id()), made);
    }

    @Operation(summary = "Change what a role of your company grants")
    @PutMapping("/api/roles/{id}")
    RoleView change(@PathVariable RoleId id, @Valid @RequestBody Grant grant, @IfMatch int version) {
        return roles.change(id, grant.permissions(), version);
    }

    @Operation(summary = "Delete a role that nobody holds")
    @DeleteMapping("/api/roles/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable RoleId id, @IfMatch int version) {
        roles.delete(id, version);
    }
}
