/** Files at the browser: the list of all, each by itself with its versions, and those of a record beside it. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.web",
            "document.attachment",
            "document.finding",
            "document.storage",
            "web.pattern"
        })
package com.company.erp.web.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
