/**
 * Fiscal years and their periods, and who may still post into them. Not for: closing the books of a year, which moves
 * results.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.access", "platform.audit", "platform.tenancy"})
package com.company.erp.finance.fiscal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
