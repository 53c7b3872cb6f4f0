/**
 * The rights of people whose data the house holds: to know of it, and to have it erased as far as no law keeps it. Not
 * for: where it lies, which each feature says of itself.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.privacy",
            "platform.records"
        })
package com.company.erp.platform.subject;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
