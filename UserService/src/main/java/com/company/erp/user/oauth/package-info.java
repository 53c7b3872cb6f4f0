/**
 * How machines of other makes sign in: the token endpoint of OAuth 2.1 for client credentials. Not for: the keys
 * themselves, which are apikey.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.access", "user.apikey", "user.login"})
package com.company.erp.user.oauth;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
