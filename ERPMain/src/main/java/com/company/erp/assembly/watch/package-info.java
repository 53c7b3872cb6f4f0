/** How the running house is, for those who watch it: health and meters. */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.events"})
package com.company.erp.assembly.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
