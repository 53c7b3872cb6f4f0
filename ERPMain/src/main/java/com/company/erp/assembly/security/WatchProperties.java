package com.company.erp.assembly.security;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.validation.annotation.Validated;

/**
 * Who may watch the running house.
 *
 * @param networks addresses such as 10.1.2.3 or 10.1.2.0/24 whose programs may read the meters
 */
@Validated
@ConfigurationProperties("erp.watch")
record WatchProperties(@NotNull List<IpAddressMatcher> networks) {}
