/**
 * Signing in and staying so: passwords are compared, sessions begun, renewed and ended, tokens issued and read. Not
 * for:
 * who belongs to which company and may do what there, which is access.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.web",
            "platform.audit",
            "user.access",
            "user.account",
            "user.factor",
            "user.link",
            "user.passkey"
        })
package com.company.erp.user.login;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
