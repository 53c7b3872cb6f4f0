/**
 * Pages of invoices and credit notes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.web",
            "platform.tenancy",
            "masterdata.party",
            "masterdata.product",
            "masterdata.tax",
            "masterdata.terms",
            "finance.invoicing",
            "finance.drafting",
            "finance.register",
            "finance.calculation",
            "web.pattern"
        })
package com.company.erp.web.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
