/**
 * Duties that a company keeps apart: pairs of permissions of which nobody gets both, nor uses both on one record, but
 * for exceptions that somebody signed. Not for: the check itself, which stands at the doors.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.tenancy", "platform.access", "platform.audit", "platform.web", "user.access"})
package com.company.erp.user.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
