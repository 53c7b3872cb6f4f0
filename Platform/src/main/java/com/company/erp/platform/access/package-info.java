/**
 * What an actor may do: every public method of a door names the permission it needs, and none is let through
 * without it. Not for: who belongs to which company or how one proves an identity, which is the user department.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.audit"})
package com.company.erp.platform.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
