/**
 * Links that are sent by e-mail and are good once: to choose a password, after an invitation or because the old one was
 * forgotten, and to confirm a new address from both sides; and the letters that warn somebody. Not for: carrying them,
 * which is e-mail.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.audit",
            "platform.letter",
            "masterdata.company",
            "user.account"
        })
package com.company.erp.user.link;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
