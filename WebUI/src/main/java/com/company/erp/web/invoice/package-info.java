/**
 * Pages of invoices and credit notes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.web",
            "masterdata.party",
            "masterdata.product",
            "masterdata.tax",
            "masterdata.terms",
            "finance.calculation",
            "finance.drafting",
            "finance.invoicing",
            "finance.register",
            "finance.subledger",
            "document.attachment",
            "document.printing",
            "web.pattern",
            "web.settled"
        })
package com.company.erp.web.invoice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
