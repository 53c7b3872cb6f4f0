/**
 * What keeps the ERP from starting, told in a sentence with its remedy. Not for: what the servers inside refuse, which
 * they say themselves.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "document.storage")
package com.company.erp.assembly.refusal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
