/**
 * Templates of a company's own, by paper and language, in place of the house's. Not for: what a paper says, and what a
 * template may reach (press).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.tenancy",
            "platform.web",
            "document.attachment",
            "document.press",
            "document.printing"
        })
package com.company.erp.document.template;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
