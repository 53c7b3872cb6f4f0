package com.company.erp.user.passkey;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Passkeys.
 *
 * @param domain which passkeys are made for and good at: the name under which people reach the ERP
 * @param origins the addresses ({@code https://erp.example.com}) of its pages; any at the domain itself when empty
 */
@Validated
@ConfigurationProperties("erp.passkey")
record PasskeyProperties(
        @NotNull @Pattern(regexp = "[a-z0-9]([a-z0-9.-]*[a-z0-9])?")
        String domain,

        @NotNull Set<@Pattern(regexp = "https?://[^/\\s]+") String> origins) {

    /** Where what the browser of a page at the address has signed is accepted from. */
    Set<String> acceptedAt(Origin page) {
        if (!origins.isEmpty()) return origins;
        return page.host().equals(domain) ? Set.of(page.text()) : Set.of("https://" + domain);
    }
}
