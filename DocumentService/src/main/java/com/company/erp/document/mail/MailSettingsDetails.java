package com.company.erp.document.mail;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The mail server of a company.
 *
 * @param password never shown again; left out, the one before stays
 */
public record MailSettingsDetails(
        @NotBlank @Size(max = 253) @Pattern(regexp = "[A-Za-z0-9.:-]+") String host,

        @NotNull @Min(1) @Max(65_535) Integer port,
        @NotNull Security security,
        @Nullable @Size(max = 254) String username,
        @Nullable @Size(max = 200) String password,
        @NotBlank @Email @Size(max = 254) String fromAddress,
        @Nullable @Size(max = 100) String fromName) {

    /** How the line to the server is protected. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }
}
