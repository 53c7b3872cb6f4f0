/**
 * Entries that post themselves, such as rent or depreciation: a template, a schedule, and what became of each date. Not
 * for: recurring invoices.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.jobs",
            "platform.notice",
            "platform.tenancy",
            "platform.web",
            "finance.chart",
            "finance.ledger",
            "finance.numbering"
        })
package com.company.erp.finance.recurring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
