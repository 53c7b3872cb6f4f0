/**
 * The command {@code demo}: a small company with customers, products and a year of trade, made through the doors as its
 * people would make it. For looking around and trying things out; it is one company among others and disturbs none.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "assembly.embedded",
            "platform.jobs",
            "platform.tenancy",
            "masterdata.company",
            "masterdata.currency",
            "masterdata.party",
            "masterdata.product",
            "masterdata.tax",
            "masterdata.terms",
            "masterdata.unit",
            "user.account",
            "user.login",
            "finance.books",
            "finance.drafting",
            "finance.fiscal",
            "finance.invoicing",
            "finance.payment"
        })
package com.company.erp.assembly.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
