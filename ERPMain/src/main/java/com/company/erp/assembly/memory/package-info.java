/** What the JVM of the house does with its memory. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.assembly.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
