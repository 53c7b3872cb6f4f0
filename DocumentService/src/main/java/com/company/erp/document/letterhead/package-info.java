/**
 * How a company's papers look: colour, logo, bank account, closing words. Not for: what a paper says, and templates of
 * one's own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.records",
            "platform.tenancy",
            "platform.web",
            "document.attachment"
        })
package com.company.erp.document.letterhead;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
