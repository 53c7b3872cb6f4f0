/**
 * Pages for whoever looks after the company: what it is, its users and their roles, by whom they sign in, its keys,
 * its periods, and who changed what.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.trail",
            "platform.web",
            "masterdata.company",
            "user.member",
            "user.access",
            "user.apikey",
            "user.factorpolicy",
            "user.provider",
            "finance.fiscal",
            "web.pattern",
            "web.frame"
        })
package com.company.erp.web.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
