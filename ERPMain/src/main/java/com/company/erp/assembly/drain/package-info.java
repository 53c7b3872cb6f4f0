/** Stopping without a failed request: what happens between the wish to stop and the end of serving. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.assembly.drain;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
