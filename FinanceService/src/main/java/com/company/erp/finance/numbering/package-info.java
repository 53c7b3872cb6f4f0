/**
 * The journals of a company and the pattern of their numbers. Not for: giving numbers, which posting does.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.access", "platform.tenancy", "platform.web"})
package com.company.erp.finance.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
