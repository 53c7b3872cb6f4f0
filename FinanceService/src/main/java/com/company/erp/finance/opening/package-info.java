/**
 * Opening balances: what a company brings from its earlier books, entry by entry, with each document still open.
 * Not for: carrying balances from one year to the next, which needs no entry.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.audit",
            "platform.imports",
            "platform.tenancy",
            "masterdata.party",
            "finance.chart",
            "finance.ledger",
            "finance.numbering",
            "finance.subledger"
        })
package com.company.erp.finance.opening;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
