/**
 * Pages of the chart of accounts and of journal entries.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.web", "finance.chart", "finance.ledger", "finance.numbering", "web.pattern"})
package com.company.erp.web.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
