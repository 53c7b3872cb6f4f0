/**
 * What people say to one another about a record. Whoever may read the record may read what is said of it; somebody who
 * is mentioned is told. Not for: what leaves the house, which is mail, and what is part of the record, such as notes.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.notice",
            "platform.privacy",
            "platform.records",
            "platform.tenancy",
            "platform.web"
        })
package com.company.erp.document.comment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
