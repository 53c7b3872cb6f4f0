/**
 * Money that comes in from customers and goes back to them, and what is let go: receipts, refunds, early-payment
 * discounts and write-offs, each settling open items. Not for: paying suppliers or reading bank statements.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.events",
            "platform.records",
            "platform.tenancy",
            "platform.web",
            "masterdata.currency",
            "masterdata.party",
            "finance.chart",
            "finance.ledger",
            "finance.numbering",
            "finance.subledger"
        })
package com.company.erp.finance.payment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
