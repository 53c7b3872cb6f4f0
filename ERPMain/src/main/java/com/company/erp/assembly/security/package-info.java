/**
 * Who is let through to what, before any door: tokens are verified, the actor is named, the rest is closed. Not for:
 * what an actor may do behind a door, which the door says itself.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "assembly.limit",
            "platform.tenancy",
            "platform.access",
            "user.login",
            "user.apikey",
            "user.sso"
        })
package com.company.erp.assembly.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
