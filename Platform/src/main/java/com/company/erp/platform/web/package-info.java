/**
 * The manners of the REST API: problem responses, keyset pages, ETags, strict input, exports. No business meaning.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.access", "platform.audit"})
package com.company.erp.platform.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
