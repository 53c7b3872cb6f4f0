/**
 * What people are told inside the application: a long import has ended, an e-mail came back. Each notice is for one
 * user or for whoever has a permission. Not for: what integrators follow, which are events, and what leaves the house.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "platform.access",
            "platform.jobs",
            "platform.privacy",
            "platform.web"
        })
package com.company.erp.platform.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
