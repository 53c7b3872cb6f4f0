/**
 * Speaking LDAP (RFC 4511) to directories that companies set up: whether they answer, who somebody is there, and
 * whether a password is his. Not for: which directories there are, which is provider; signing in by one, which is sso.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.outgoing"})
package com.company.erp.user.directory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
