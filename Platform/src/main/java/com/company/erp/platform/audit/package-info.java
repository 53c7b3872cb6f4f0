/**
 * Who changed what, when and from where: one row for each record a transaction touched, which nobody can rewrite. Not
 * for: the history that a business document keeps by itself.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.privacy", "platform.jobs"})
package com.company.erp.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
