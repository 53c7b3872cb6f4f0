/**
 * Keys with which machines work in a company: made, rotated, revoked, and recognized when they come with a request. Not
 * for: people, who sign in.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.tenancy", "platform.access", "platform.audit", "platform.web", "user.access"})
package com.company.erp.user.apikey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
