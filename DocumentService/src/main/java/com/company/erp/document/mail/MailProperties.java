package com.company.erp.document.mail;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * How e-mail leaves the house.
 *
 * @param sendEvery pause between two looks into the queue
 * @param uncertainAfter after how long an e-mail that is being handed over counts as lost with its instance
 */
@Validated
@ConfigurationProperties("erp.mail")
record MailProperties(@NotNull Duration sendEvery, @NotNull Duration uncertainAfter) {}
