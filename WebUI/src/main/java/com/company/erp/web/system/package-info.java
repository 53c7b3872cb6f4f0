/**
 * How the running system is, for whoever looks after the installation. Not for: anything of a company.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "web.pattern")
package com.company.erp.web.system;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
