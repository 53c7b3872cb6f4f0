/**
 * Pages of payments by customers.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.web",
            "masterdata.party",
            "finance.payment",
            "finance.ledger",
            "finance.subledger",
            "web.pattern"
        })
package com.company.erp.web.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
