/**
 * Reading what the audit log holds: who changed what, when and from where. Not for: writing it, which the persistence
 * layer does by itself, nor the attempts to sign in, which the user department keeps.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.access", "platform.records", "platform.tenancy", "platform.web"})
package com.company.erp.platform.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
