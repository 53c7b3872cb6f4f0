/**
 * Whose data a transaction sees. Each transaction belongs to one company (or to none, at sign-in), and the database
 * itself hides every other company's rows. Not for: what an actor may do inside the company, which is access.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.platform.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
