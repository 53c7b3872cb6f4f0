/**
 * What the house writes down for those who run it: into which file, and how much. Not for: what happened to records,
 * which the audit log keeps.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.access"})
package com.company.erp.assembly.logging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
