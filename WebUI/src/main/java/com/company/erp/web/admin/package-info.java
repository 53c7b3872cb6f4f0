/**
 * Pages for whoever looks after the company: what it is, its users, its periods.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.web",
            "masterdata.company",
            "user.member",
            "user.access",
            "finance.fiscal",
            "web.pattern",
            "web.frame"
        })
package com.company.erp.web.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
