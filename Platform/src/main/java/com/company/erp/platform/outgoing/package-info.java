/**
 * Connections to addresses that a user has set, such as a company's mail server: they lead out into the world, and to
 * no machine inside unless the operator named its network. Not for: addresses that the operator sets himself, such as
 * the database's.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.platform.outgoing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
