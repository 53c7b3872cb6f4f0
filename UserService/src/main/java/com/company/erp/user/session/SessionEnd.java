package com.company.erp.user.session;

/** Why a session is over. */
public enum SessionEnd {
    /** Signed out there. */
    SIGNED_OUT,
    /** Ended by the user, from there or elsewhere. */
    ENDED,
    /** A refresh token came twice: somebody has a copy of it. Change the password. */
    TOKEN_REUSED,
    /** The password was changed or reset. */
    PASSWORD_CHANGED,
    /** Not renewed in time. */
    EXPIRED
}
