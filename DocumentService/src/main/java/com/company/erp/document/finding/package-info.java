/**
 * Finding files, whichever record they belong to: by the words of their names, notes and texts, and by what they are.
 * Nobody finds a file whose record is not his to see. Not for: the files themselves (attachment).
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.records",
            "platform.tenancy",
            "platform.web",
            "document.attachment",
            "document.sealing",
            "document.storage",
            "document.text"
        })
package com.company.erp.document.finding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
