package com.company.erp.user.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Collection;

/**
 * That members of a group of the provider have a role of the company.
 *
 * @param group as the provider calls it; * for everybody it speaks for
 */
public record GroupRole(
        @NotBlank @Size(max = 500) String group,
        @NotBlank @Size(max = 50) String role) {

    boolean isOfAll() {
        return group.equals("*");
    }

    boolean isOf(Collection<String> groups) {
        return isOfAll() || groups.contains(group);
    }
}
