/**
 * The first company and its books, found and opened step by step. Not for: what a company is changed to later.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.web",
            "masterdata.company",
            "finance.books",
            "user.login",
            "user.account",
            "web.pattern",
            "web.frame"
        })
package com.company.erp.web.setup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
