/**
 * What happened, for others to follow: an outbox written in the same transaction, numbered after commit, read as an
 * ordered feed. Not for: what must hold at commit, which is a direct call.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.access", "platform.web"})
package com.company.erp.platform.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
