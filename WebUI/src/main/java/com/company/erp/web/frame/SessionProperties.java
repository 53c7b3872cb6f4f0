package com.company.erp.web.frame;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * @param remembered how long a browser's session may lie idle where its user has asked to stay signed in; zero where
 *     nobody may
 */
@Validated
@ConfigurationProperties("erp.session")
public record SessionProperties(@NotNull Duration remembered) {}
