/**
 * What a user may do in a company: memberships, the roles that come with the house and those a company makes for
 * itself, and the doorkeeper that lets each transaction in. Not for: passwords and sessions, which are login.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.web",
            "platform.audit",
            "platform.events",
            "masterdata.company"
        })
package com.company.erp.user.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
