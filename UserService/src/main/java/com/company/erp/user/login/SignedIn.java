package com.company.erp.user.login;

import com.company.erp.kernel.CompanyId;
import org.jspecify.annotations.Nullable;

/**
 * The proof of having signed in.
 *
 * @param accessToken send it as {@code Authorization: Bearer …}
 * @param expiresIn seconds for which the access token is good
 * @param refreshToken exchange it once at /api/auth/refresh for the next pair; absent where it has not changed, and
 *     where the password is compared by a directory, which is asked again when the access token has expired
 * @param company the company that is acted for; absent for a user who belongs to none
 * @param mustChangePassword whether nothing may be done before /api/auth/password
 * @param mustAddSecondFactor whether nothing may be done in that company before /api/auth/second-factor/begin and its
 *     confirmation
 */
public record SignedIn(
        String accessToken,
        String tokenType,
        long expiresIn,
        @Nullable String refreshToken,
        @Nullable CompanyId company,
        boolean mustChangePassword,
        boolean mustAddSecondFactor) {

    @Override
    public String toString() {
        return "SignedIn[***]";
    }
}
