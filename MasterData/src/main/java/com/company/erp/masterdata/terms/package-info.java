/**
 * Payment terms: when what share of an invoice falls due, and what early payment is worth. Not for: open amounts and
 * reminders, which are finance.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.web",
            "masterdata.company"
        })
package com.company.erp.masterdata.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
