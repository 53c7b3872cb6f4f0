/**
 * Files that belong to records of any kind: their names, versions, how long they must be kept, and holds. Who may not
 * see the record sees none of its files. Not for: where the bytes are (storage), nor what a printed document says.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.events",
            "platform.jobs",
            "platform.records",
            "platform.tenancy",
            "platform.web",
            "document.sealing",
            "document.storage"
        })
package com.company.erp.document.attachment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
