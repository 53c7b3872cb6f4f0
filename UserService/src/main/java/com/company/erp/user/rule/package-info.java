/**
 * How far a role's permissions reach: to the own records alone, or up to an amount. Not for: the check, which stands
 * where the record is at hand.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.tenancy", "platform.access", "platform.audit", "platform.web", "user.access"})
package com.company.erp.user.rule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
