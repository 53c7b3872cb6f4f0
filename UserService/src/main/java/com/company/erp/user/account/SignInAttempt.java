package com.company.erp.user.account;

/** Somebody tried to prove who he is, at signing in or within a session. Told for those who count, at once. */
public record SignInAttempt(Outcome outcome) {

    /** How it ended. */
    public enum Outcome {
        SUCCEEDED,
        /**
         * The password or passkey was wrong, nobody has the user name, or a provider has proved one who may not come
         * in.
         */
        REFUSED,
        /** The password was right, and a code of the second factor was missing. */
        CODE_NEEDED,
        /** The password was right, and the code was not. */
        CODE_WRONG,
        /** Too many attempts had failed: nothing was looked at. */
        SLOWED
    }
}
