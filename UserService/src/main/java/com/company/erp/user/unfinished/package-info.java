/**
 * What somebody has typed into a form and not yet saved, kept so that a closed window loses nothing. Not for: records,
 * which are as their own features save them.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.access", "platform.jobs"})
package com.company.erp.user.unfinished;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
