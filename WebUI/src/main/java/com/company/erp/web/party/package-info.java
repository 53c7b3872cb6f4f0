/**
 * Pages of customers and suppliers.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.web",
            "masterdata.party",
            "masterdata.terms",
            "finance.receivables",
            "web.pattern"
        })
package com.company.erp.web.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
