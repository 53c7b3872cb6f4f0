/**
 * The sessions that a user has open, on this device and others: seen and ended. Not for: beginning and renewing them,
 * which is login.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.access", "platform.audit", "platform.web"})
package com.company.erp.user.session;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
