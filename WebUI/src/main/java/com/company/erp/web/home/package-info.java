/**
 * The first page of the day: what waits, what is owed, what is late, and where to go on. Not for: reports, which have
 * pages of their own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.imports",
            "platform.tenancy",
            "platform.web",
            "finance.drafting",
            "finance.fiscal",
            "finance.invoicing",
            "finance.receivables",
            "finance.register",
            "finance.statement",
            "masterdata.party",
            "web.pattern"
        })
package com.company.erp.web.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
