/**
 * Products and services: what the company sells and buys, in which unit and at which list price, sorted into a tree of
 * categories. Not for: stock, price lists of customers, and ledger accounts.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.imports",
            "platform.records",
            "platform.web",
            "masterdata.tax",
            "masterdata.unit"
        })
package com.company.erp.masterdata.product;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
