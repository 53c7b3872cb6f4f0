package com.company.erp.user.access;

import com.company.erp.platform.web.Versioned;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A role and what it grants.
 *
 * @param id absent for the roles that come with the house, which nobody changes
 */
public record RoleView(@Nullable RoleId id, int version, String name, List<String> permissions) implements Versioned {}
