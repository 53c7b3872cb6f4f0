/**
 * The general ledger: balanced entries that never change, numbered without gaps, and the balances they add up to. Not
 * for: what an entry means to a customer or a bank; features above bring finished entries here.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.imports",
            "platform.installation",
            "platform.jobs",
            "platform.records",
            "platform.tenancy",
            "platform.web",
            "masterdata.tax",
            "finance.chart",
            "finance.fiscal",
            "finance.numbering"
        })
package com.company.erp.finance.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
