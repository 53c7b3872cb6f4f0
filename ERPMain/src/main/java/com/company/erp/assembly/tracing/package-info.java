/** What a request spends its time on, as spans for OpenTelemetry; nothing of it is there unless it is wanted. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.assembly.tracing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
