/** What makes one application of the departments: who is let through to what, and how it is watched. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.tenancy", "platform.web", "platform.access", "platform.audit", "user.login"})
package com.company.erp.assembly;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
