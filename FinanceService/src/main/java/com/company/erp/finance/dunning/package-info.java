/**
 * Letters that remind customers of what is overdue, each a step firmer than the one before. Not for: fees and interest
 * on arrears, and how a letter looks (printing).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.events",
            "platform.records",
            "platform.tenancy",
            "platform.web",
            "masterdata.party",
            "finance.receivables"
        })
package com.company.erp.finance.dunning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
