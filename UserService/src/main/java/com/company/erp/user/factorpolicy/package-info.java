/**
 * Of whom a company asks a second factor. Not for: the factor itself, which is factor and passkey, nor for keeping out
 * who has none, which the doorkeeper does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.access", "platform.web", "user.access"})
package com.company.erp.user.factorpolicy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
