package com.company.erp.user.account;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The administrator of the first day.
 *
 * @param username whom the first start of an installation creates
 * @param password the first password; a random one is printed when it is empty. Either is to be changed at first
 *     sign-in
 */
@Validated
@ConfigurationProperties("erp.setup")
record SetupProperties(
        @NotBlank @Size(max = 254) String username,
        @NotNull @Size(max = 200) String password) {}
