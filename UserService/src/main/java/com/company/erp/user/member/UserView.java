package com.company.erp.user.member;

import com.company.erp.kernel.UserId;
import com.company.erp.platform.web.Versioned;
import java.util.List;

/** A user as a member of the company; the version is that of the membership. */
public record UserView(UserId id, int version, String username, String name, List<String> roles, boolean active)
        implements Versioned {}
