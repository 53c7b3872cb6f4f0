/**
 * How much one caller may ask of the house, so that there is something left for the others. Not for: guessed passwords,
 * which signing in slows by itself, and the queue before the database, which is admission.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy"})
package com.company.erp.assembly.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
