/**
 * The command {@code check}: the operator's daily, weekly, monthly and quarterly lists, gone through and printed as a
 * page. It looks from outside, as the operator would, and changes nothing; what only a person can do, it names.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"assembly.embedded", "assembly.backup"})
package com.company.erp.assembly.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
