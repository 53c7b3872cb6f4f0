/**
 * What a user may do in a company: all permissions there are, the roles that bundle them, and the doorkeeper that lets
 * each transaction in. Not for: who belongs to a company, which is member, nor passwords and sessions, which are login.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.access", "platform.web"})
package com.company.erp.user.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
