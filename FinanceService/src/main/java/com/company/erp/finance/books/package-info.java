/**
 * Opens the books of a company: chart, taxes, journals and the first fiscal year, in one step.
 * Not for: changing any of them later.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.tenancy",
            "platform.web",
            "masterdata.tax",
            "finance.chart",
            "finance.fiscal",
            "finance.numbering"
        })
package com.company.erp.finance.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
