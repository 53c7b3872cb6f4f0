package com.company.erp.user.signin;

/** How an attempt to sign in ended. */
public enum SignInOutcome {
    FAILED,
    SUCCEEDED
}
