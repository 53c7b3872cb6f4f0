/**
 * The first page of the day: what is owed, what is late, and where to go on. Not for: reports, which have pages of
 * their own.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.web",
            "finance.books",
            "finance.receivables",
            "finance.statement",
            "masterdata.party",
            "web.pattern"
        })
package com.company.erp.web.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
