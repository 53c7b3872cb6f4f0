/**
 * What customers owe, told three ways: aged at a date, as a statement for one customer, and in total. Not for: settling
 * any of it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.tenancy",
            "platform.web",
            "masterdata.party",
            "finance.ledger"
        })
package com.company.erp.finance.receivables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
