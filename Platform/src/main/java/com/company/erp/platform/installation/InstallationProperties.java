package com.company.erp.platform.installation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What the installation has and no other.
 *
 * @param data the folder for what is kept outside the database
 */
@Validated
@ConfigurationProperties("erp")
public record InstallationProperties(
        @NotNull Path data, @NotNull @Valid Jwt jwt) {

    /** @param secret from which keys are derived, the same on all instances */
    public record Jwt(@NotBlank String secret) {

        @Override
        public String toString() {
            return "***";
        }
    }
}
