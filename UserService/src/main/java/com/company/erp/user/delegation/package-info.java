/**
 * Who stands in for whom while he is away, until when, and the stepping into his place. Not for: what of his
 * permissions comes along, which is access.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.tenancy", "platform.access", "platform.audit", "platform.web", "user.access"})
package com.company.erp.user.delegation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
