/**
 * The companies themselves: the legal entities whose books are kept here, each a world of its own. Not for: who belongs
 * to a company, which is the user department, nor its chart of accounts, which is finance.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.web",
            "platform.audit",
            "platform.events",
            "platform.jobs",
            "masterdata.taxnumber"
        })
package com.company.erp.masterdata.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
