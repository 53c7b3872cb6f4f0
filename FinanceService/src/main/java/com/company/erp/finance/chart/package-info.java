/**
 * The accounts a company posts to, and which of them a posting uses by default. Not for: what stands on them, which is
 * the ledger.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.imports",
            "platform.tenancy",
            "platform.web"
        })
package com.company.erp.finance.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
