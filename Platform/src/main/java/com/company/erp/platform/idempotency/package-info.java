/**
 * A POST repeated with the same Idempotency-Key answers the first answer again and does nothing twice.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.jobs"})
package com.company.erp.platform.idempotency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
