/**
 * The bell: what somebody is told, and how much of it is fresh.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.notice", "web.pattern"})
package com.company.erp.web.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
