package com.company.erp.assembly.security;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Which foreign pages may use the API from their visitors' browsers.
 *
 * @param origins their addresses ({@code https://shop.example.com}); none when empty
 */
@Validated
@ConfigurationProperties("erp.cors")
record CorsProperties(@NotNull List<@Pattern(regexp = "https?://[^/*\\s]+") String> origins) {}
