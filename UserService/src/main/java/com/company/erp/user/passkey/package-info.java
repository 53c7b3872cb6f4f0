/**
 * Passkeys (WebAuthn): keys that a user's devices keep, made, named, removed, and verified. Not for: the signing-in,
 * which asks here, nor codes of an app, which are factor.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.tenancy", "platform.access", "platform.audit", "user.account", "user.factor"})
package com.company.erp.user.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
