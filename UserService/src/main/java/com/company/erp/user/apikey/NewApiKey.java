package com.company.erp.user.apikey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A key to be made.
 *
 * @param permissions what the machine may do, nothing of which its maker may not
 * @param expiresAt at most 400 days from now
 * @param networks from where it may come, as addresses or in CIDR notation; from everywhere when there is none
 */
public record NewApiKey(
        @NotBlank @Size(max = 100) String name,
        @NotEmpty @Size(max = 500) Set<@NotBlank @Size(max = 100) String> permissions,
        @NotNull Instant expiresAt,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 50) String> networks) {}
