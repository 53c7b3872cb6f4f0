package com.company.erp.user.link;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Links in letters.
 *
 * @param address where people reach the ERP; without it no links are sent, since what a request says of that may be a
 *     stranger's word
 * @param invitationLifetime how long an invitation is good for
 * @param resetLifetime how long the others are good for
 */
@Validated
@ConfigurationProperties("erp.link")
record LinkProperties(
        @NotNull @Pattern(regexp = "(https?://[^\\s/]+(/[^\\s]*[^\\s/])?)?")
        String address,

        @NotNull Duration invitationLifetime,
        @NotNull Duration resetLifetime) {}
