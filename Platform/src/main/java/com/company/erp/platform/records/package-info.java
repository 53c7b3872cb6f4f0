/**
 * Which kinds of records there are, for features that do something with any of them, such as keeping files. A kind
 * says of itself how it is found and who may see it; so a new kind is known without a line written elsewhere. Not for:
 * what a record says.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy"})
package com.company.erp.platform.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
