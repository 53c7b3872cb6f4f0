/**
 * The first company and its books, found and opened step by step. Not for: what a company is changed to later.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.web",
            "masterdata.company",
            "masterdata.party",
            "masterdata.tax",
            "finance.books",
            "finance.numbering",
            "user.login",
            "user.member",
            "user.account",
            "web.pattern",
            "web.frame"
        })
package com.company.erp.web.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
