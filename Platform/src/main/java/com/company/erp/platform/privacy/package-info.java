/**
 * What is personal in the records of the house: which fields, whose they are, and how they are made unreadable where a
 * record of them has to stay. Not for: who may see a record.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy"})
package com.company.erp.platform.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
