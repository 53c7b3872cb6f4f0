/**
 * Importing files at the browser: what the headings mean, what is wrong with which row, and how far it is. Not for:
 * what a row means, which its importer knows.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.imports", "platform.table", "platform.web", "web.pattern"})
package com.company.erp.web.imports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
