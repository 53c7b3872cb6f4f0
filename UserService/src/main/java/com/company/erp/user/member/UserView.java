package com.company.erp.user.member;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.web.Versioned;
import java.util.List;

/**
 * A user as a member of the company; the version is that of the membership.
 *
 * @param secondFactor whether signing in asks the user for more than the password
 */
public record UserView(
        UserId id, int version, String username, String name, List<String> roles, boolean active, boolean secondFactor)
        implements Versioned {}
