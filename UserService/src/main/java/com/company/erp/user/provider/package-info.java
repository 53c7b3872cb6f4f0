/**
 * Identity providers and directories that speak for a company's people: registered, looked at, changed, and asked for
 * what they say of themselves. Not for: signing in by one, which is sso.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.jobs",
            "platform.outgoing",
            "platform.web",
            "user.access",
            "user.directory",
            "user.factor"
        })
package com.company.erp.user.provider;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
