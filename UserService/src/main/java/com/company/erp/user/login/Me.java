package com.company.erp.user.login;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.UserId;
import com.company.erp.user.account.Users;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is signed in.
 *
 * @param company the company that is acted for; absent for a user who belongs to none
 * @param permissions what may be done in that company
 * @param mustAddSecondFactor whether nothing may be done in that company before /api/auth/second-factor/begin and its
 *     confirmation
 * @param standingInFor whom this session acts for at present, with his permissions
 * @param companies all that the user belongs to
 */
public record Me(
        UserId id,
        String username,
        String name,
        @Nullable CompanyId company,
        List<String> permissions,
        List<Users.CompanyOfUser> companies,
        boolean mustChangePassword,
        boolean mustAddSecondFactor,
        @Nullable Absent standingInFor) {

    /** A user who is away. */
    public record Absent(UserId id, String username) {}
}
