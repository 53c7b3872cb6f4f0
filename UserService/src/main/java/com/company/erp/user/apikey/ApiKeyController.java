package com.company.erp.user.apikey;

import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Paging;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/api-keys")
class ApiKeyController {

    private static final int OVERLAP_HOURS = 24;

    private final ApiKeyAdministration keys;

    ApiKeyController(ApiKeyAdministration keys) {
        this.keys = keys;
    }

    /** @param overlapHours how long the secret before stays good, 0 to 168 hours; 24 when absent */
    record Rotation(@Nullable @Min(0) @Max(168) Integer overlapHours) {}

    @Operation(summary = "List the API keys of your company")
    @GetMapping
    Page<ApiKeyView> list(@ParameterObject ApiKeyFilter filter, @ParameterObject Paging paging) {
        return keys.list(filter, paging);
    }

    @Operation(summary = "Show an API key, but not its secret")
    @GetMapping("/{id}")
    ApiKeyView read(@PathVariable ApiKeyId id) {
        return keys.read(id);
    }

    @Operation(summary = "Make an API key; the answer shows its secret, this once")
    @PostMapping
    ResponseEntity<IssuedKey> create(@Valid @RequestBody NewApiKey wanted) {
        IssuedKey issued = keys.create(wanted);
        return ResponseEntity.created(
                        URI.create("/api/api-keys/" + issued.key().id().value()))
                .cacheControl(CacheControl.noStore())
                .body(issued);
    }

    @Operation(summary = "Give an API key a new secret, which the answer shows this once")
    @PostMapping("/{id}/rotate")
    ResponseEntity<IssuedKey> rotate(@PathVariable ApiKeyId id, @Valid @RequestBody Rotation rotation) {
        Integer wanted = rotation.overlapHours();
        IssuedKey issued = keys.rotate(id, wanted == null ? OVERLAP_HOURS : wanted);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(issued);
    }

    @Operation(summary = "Revoke an API key for good")
    @PostMapping("/{id}/revoke")
    ApiKeyView revoke(@PathVariable ApiKeyId id) {
        return keys.revoke(id);
    }
}
