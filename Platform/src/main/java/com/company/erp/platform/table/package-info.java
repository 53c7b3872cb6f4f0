/**
 * Reads tables from the files that people send: CSV, XLSX and JSON by line, row by row in constant memory, and makes
 * records of the rows. The files are not trusted: what is too large, malformed or made to do harm is refused by name.
 * Not for: what the rows mean.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.web"})
package com.company.erp.platform.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
