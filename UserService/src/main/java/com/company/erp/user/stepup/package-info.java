/**
 * Proving anew that it is oneself, within a session, before what is dangerous. Not for: what is dangerous, which each
 * door says of itself, nor signing in, which is login.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "user.account",
            "user.factor",
            "user.passkey"
        })
package com.company.erp.user.stepup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
