package com.company.erp.user.access;

import com.company.erp.kernel.UserId;
import java.util.List;

/**
 * Why a user may or may not do a thing.
 *
 * @param member whether he is an active member of the company; nobody else may do anything
 * @param because those of his roles that grant the permission
 * @param grantedBy all roles that grant it
 */
public record Explanation(
        UserId user,
        String permission,
        boolean allowed,
        boolean member,
        List<String> because,
        List<String> grantedBy) {}
