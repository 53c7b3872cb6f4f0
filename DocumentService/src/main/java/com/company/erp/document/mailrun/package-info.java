/**
 * Many records sent by e-mail in one go: each is printed and put into the queue by itself, in the background and in
 * constant memory, and what was refused says why. Not for: handing e-mail to a server (mail).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.privacy",
            "platform.records",
            "platform.tenancy",
            "platform.web",
            "document.mail"
        })
package com.company.erp.document.mailrun;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
