/**
 * The menu of saved views that every list has.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.web", "user.view", "web.pattern"})
package com.company.erp.web.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
