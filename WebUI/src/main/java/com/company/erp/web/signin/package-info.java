/**
 * Coming and going at the browser: signing in and out, also by an identity provider, from where one is signed in, a
 * password and a second factor of one's own, another company, language and look. Not for: what proves a user, which is
 * login.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "platform.tenancy",
            "document.press",
            "user.account",
            "user.factor",
            "user.link",
            "user.login",
            "user.passkey",
            "user.provider",
            "user.session",
            "user.sso",
            "user.stepup",
            "web.pattern",
            "web.frame"
        })
package com.company.erp.web.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
