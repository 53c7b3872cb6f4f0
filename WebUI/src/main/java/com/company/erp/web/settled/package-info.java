/**
 * The table of what a document settles or is settled by, for the pages of all documents that have open items.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.web", "finance.subledger", "web.pattern"})
package com.company.erp.web.settled;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
