package com.company.erp.finance.chart;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An account as one row of a file.
 *
 * @param parent the code of its heading, which stands before it in the file or is in the chart already
 * @param heading true for a heading; an account when absent
 * @param defaultFor the purposes it is used for by default, such as {@code BANK CASH}
 */
record AccountFileRow(
        @NotNull @Size(max = 20) String code,
        @NotBlank @Size(max = 200) String name,
        @NotNull AccountType type,
        @Nullable AccountRole role,
        @Nullable @Size(max = 20) String parent,
        @Nullable Boolean heading,
        @Nullable @Size(max = 400) String defaultFor) {

    boolean isHeading() {
        return Boolean.TRUE.equals(heading);
    }

    NewAccount account() {
        return new NewAccount(code, name, type, role, parent, isHeading());
    }
}
