package com.company.erp.document.sealing;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The secrets that keys are made of.
 *
 * @param key what is sealed from now on; when empty, a random one is made and kept in the data folder
 * @param previousKeys what was sealed before is still opened with these
 * @param takeOverEvery pause between two looks for what the current key has not sealed yet
 */
@Validated
@ConfigurationProperties("erp.storage")
record SealingProperties(
        @NotNull String key,
        @NotNull List<String> previousKeys,
        @NotNull @DurationMin(millis = 1) Duration takeOverEvery) {}
