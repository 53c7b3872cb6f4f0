/**
 * Tax codes: what kind of tax a sale or purchase carries and at which rate on which day. Not for: ledger accounts and
 * the amount of tax on an invoice, which are finance.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.web"
        })
package com.company.erp.masterdata.tax;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
