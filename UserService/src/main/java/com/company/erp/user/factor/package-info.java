/**
 * The second factor at sign-in: time-based codes from an app, and recovery codes for the day it is lost. Not for: the
 * password, which is account, nor the signing-in, which asks here.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform.tenancy", "platform.access", "platform.audit", "platform.jobs", "user.account"
        })
package com.company.erp.user.factor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
