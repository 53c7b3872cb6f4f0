/**
 * What every page stands in: who is signed in and in which company, the menu, language and look, the security of
 * pages
 * and what is shown when something goes wrong. Not for: what a page is about.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.audit",
            "platform.web",
            "masterdata.company",
            "user.account",
            "user.login",
            "web.pattern"
        })
package com.company.erp.web.frame;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
