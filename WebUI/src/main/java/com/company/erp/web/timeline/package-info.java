/**
 * What stands beside a document: what became of it, what people say of it and what was sent, in the order of time.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.trail",
            "platform.web",
            "user.member",
            "document.comment",
            "document.mail",
            "web.pattern"
        })
package com.company.erp.web.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
