/**
 * Keeps what is being typed into forms, a moment after the last key.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"user.unfinished", "web.pattern"})
package com.company.erp.web.keep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
