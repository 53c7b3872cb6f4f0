/**
 * What the books say: trial balance, general ledger, journal, balance sheet, income statement, account statement and
 * tax
 * report, as of any date and between dates. Not for: open items and ageing, which are the sub-ledger's, and anything
 * that
 * changes the books.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.tenancy",
            "platform.web",
            "masterdata.tax",
            "finance.chart",
            "finance.numbering",
            "finance.ledger"
        })
package com.company.erp.finance.statement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
