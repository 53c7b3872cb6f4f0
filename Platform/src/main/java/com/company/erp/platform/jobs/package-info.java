/**
 * Work by the clock: once per company and local day however many instances run, and caught up after downtime.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy"})
package com.company.erp.platform.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
