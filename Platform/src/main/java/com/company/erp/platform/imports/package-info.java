/**
 * Bulk import of any resource. A feature says with an {@link Importer} what its rows are, what is wrong with them and
 * how
 * they are written; everything else is here: reading the file, staging its rows, checking all before anything is
 * written, reporting every refused row, all or nothing or the good ones, in the background where they are many. Not
 * for: what a row means.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.access",
            "platform.audit",
            "platform.events",
            "platform.jobs",
            "platform.notice",
            "platform.table",
            "platform.tenancy",
            "platform.web"
        })
package com.company.erp.platform.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
