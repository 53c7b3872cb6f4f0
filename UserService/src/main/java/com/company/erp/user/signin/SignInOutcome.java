package com.company.erp.user.signin;

/** How an attempt to sign in ended. */
public enum SignInOutcome {
    FAILED,
    /** The password was right, and a code of the second factor was missing. */
    CODE_NEEDED,
    SUCCEEDED
}
