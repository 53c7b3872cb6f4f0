package com.company.erp.masterdata.party;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a party is reached by post.
 *
 * @param addressee who receives it, where that is not the party itself
 * @param lines street and house, as they stand on the envelope
 * @param country ISO 3166 alpha-2
 */
public record Address(
        @NotNull Kind kind,
        @Nullable @Size(max = 200) String addressee,
        @NotNull @Size(max = 5) List<@NotBlank @Size(max = 200) String> lines,
        @Nullable @Size(max = 100) String city,
        @Nullable @Size(max = 20) String postalCode,
        @Nullable @Size(max = 100) String region,
        @Nullable @CountryCode String country) {

    public enum Kind {
        BILLING,
        SHIPPING,
        OTHER
    }
}
