package com.company.erp.user.provider;

import com.company.erp.platform.web.Created;
import com.company.erp.platform.web.IfMatch;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/identity-providers")
class ProviderController {

    private final ProviderAdministration providers;

    ProviderController(ProviderAdministration providers) {
        this.providers = providers;
    }

    @Operation(summary = "List the identity providers by which people of your company sign in")
    @GetMapping
    List<IdentityProviderView> list() {
        return providers.list();
    }

    @Operation(summary = "Show an identity provider, but not its secret")
    @GetMapping("/{id}")
    IdentityProviderView read(@PathVariable IdentityProviderId id) {
        return providers.read(id);
    }

    @Operation(summary = "Register an identity provider (OpenID Connect) for your company")
    @PostMapping
    ResponseEntity<IdentityProviderView> create(@Valid @RequestBody IdentityProviderDraft draft) {
        IdentityProviderView made = providers.create(draft);
        return Created.at("/api/identity-providers/{id}", made.id(), made);
    }

    @Operation(summary = "Change an identity provider; without a secret the one before is kept")
    @PutMapping("/{id}")
    IdentityProviderView change(
            @PathVariable IdentityProviderId id,
            @Valid @RequestBody IdentityProviderDraft draft,
            @IfMatch int version) {
        return providers.change(id, version, draft);
    }

    @Operation(summary = "Delete an identity provider, which ends the sessions that began by it")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable IdentityProviderId id, @IfMatch int version) {
        providers.delete(id, version);
    }

    @Operation(summary = "Ask an identity provider for its description and its keys, as signing in will")
    @PostMapping("/{id}/check")
    ProviderCheck check(@PathVariable IdentityProviderId id) {
        return providers.check(id);
    }
}
