/**
 * Pages of payments by customers.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.web",
            "masterdata.party",
            "finance.ledger",
            "finance.payment",
            "finance.subledger",
            "web.pattern",
            "web.settled"
        })
package com.company.erp.web.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
