/**
 * The sub-ledger of receivables (and later payables): open items and their allocation to one another. Whatever it does,
 * the open items of a control account add up to its balance, at every date. Not for: what a document is or who pays;
 * those features bring finished items here.
 *
 * <p>Locks are taken in one order, so that nobody meets a deadlock: the items of the party first (one at a time settles
 * a party's items), then documents (by id), then series: that of settlement differences first, and the others in the
 * order of their journals' names.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.tenancy",
            "platform.web",
            "finance.chart",
            "finance.ledger",
            "finance.numbering"
        })
package com.company.erp.finance.subledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
