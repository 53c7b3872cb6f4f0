package com.company.erp.platform.outgoing;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where connections that users set up may lead besides the public internet.
 *
 * @param networks addresses such as 10.1.2.3 or 10.1.2.0/24 inside, on which for example the mail server is
 */
@Validated
@ConfigurationProperties("erp.outgoing")
record OutgoingProperties(@NotNull List<Network> networks) {}
