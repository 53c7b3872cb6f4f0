package com.company.erp.user.provider;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That members of a group of the provider have a role of the company.
 *
 * @param group as the provider calls it; * for everybody it speaks for
 */
public record GroupRole(
        @NotBlank @Size(max = 200) String group,
        @NotBlank @Size(max = 50) String role) {

    boolean isOf(java.util.Collection<String> groups) {
        return group.equals("*") || groups.contains(group);
    }
}
