/**
 * The people who sign in: their names and passwords, and the administrator of the first day. Not for: what they may do
 * in a company, which is access, nor the signing-in itself, which is login.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.audit"})
package com.company.erp.user.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
