/**
 * The search at the top of every page: pages, parties, products and documents in one list.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.web",
            "masterdata.party",
            "masterdata.product",
            "finance.invoicing",
            "finance.drafting",
            "finance.payment",
            "finance.register",
            "web.pattern",
            "web.frame"
        })
package com.company.erp.web.find;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
