/**
 * Who belongs to a company, and as what: inviting, giving roles, shutting out. Not for: what a role grants, which is
 * access, nor signing in, which is login.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.notice",
            "platform.privacy",
            "platform.tenancy",
            "platform.web",
            "masterdata.company",
            "user.access",
            "user.account",
            "user.link"
        })
package com.company.erp.user.member;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
