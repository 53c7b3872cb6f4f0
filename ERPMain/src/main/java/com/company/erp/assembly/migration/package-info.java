/** Bringing the database to what this build needs, beside instances that serve. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.assembly.migration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
