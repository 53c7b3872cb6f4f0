/**
 * Pages of reports, where every figure leads to what it is made of.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.web",
            "finance.chart",
            "finance.fiscal",
            "finance.ledger",
            "finance.statement",
            "finance.receivables",
            "masterdata.party",
            "web.pattern"
        })
package com.company.erp.web.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
