/**
 * Reading who signed in or tried to. Not for: the signing-in itself, which is login and writes every attempt down.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.access", "platform.jobs", "platform.web"})
package com.company.erp.user.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
