/**
 * Reading what the audit log holds: who changed what, when and from where; and proving that it is what was sealed.
 * Not for: writing it, which the persistence layer does by itself, nor the attempts to sign in, which the user
 * department keeps.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.installation",
            "platform.jobs",
            "platform.privacy",
            "platform.records",
            "platform.web"
        })
package com.company.erp.platform.trail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
