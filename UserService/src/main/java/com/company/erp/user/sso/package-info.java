/**
 * Signing in by an identity provider of the company, to which people are sent and come back proved, or by its
 * directory, which compares the password that they type here. They get an account at the first time and roles by their
 * groups at every time. Not for: what providers there are, which is provider.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.outgoing",
            "user.access",
            "user.account",
            "user.directory",
            "user.factor",
            "user.login",
            "user.member",
            "user.provider"
        })
package com.company.erp.user.sso;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
