package com.company.erp.user.provider;

import com.company.erp.platform.web.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A directory as administrators see it, who never see the password of its account again.
 *
 * @param passwordSet whether a password of the account is kept
 */
public record DirectoryView(
        IdentityProviderId id,
        int version,
        String name,
        boolean enabled,
        String address,
        @Nullable String bindAccount,
        boolean passwordSet,
        @Nullable String certificate,
        String userBase,
        @Nullable String userFilter,
        String nameAttributes,
        String subjectAttribute,
        String emailAttribute,
        String groupsAttribute,
        @Nullable String groupBase,
        List<String> domains,
        List<GroupRole> roles)
        implements Versioned {}
