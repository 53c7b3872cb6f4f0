/**
 * How tax numbers are written and which check digits they carry, country by country. Not for: whether a number is
 * registered with anybody.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.masterdata.taxnumber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
