/**
 * Currencies of ISO 4217 and what one was worth in another on a day. One convention everywhere: a rate says how many
 * units of {@code to} one unit of {@code from} was worth. Not for: gains and losses from exchange, which are finance.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.web"
        })
package com.company.erp.masterdata.currency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
