package com.company.erp.platform.trail;

import org.jspecify.annotations.Nullable;

/**
 * What became of one field, as text.
 *
 * @param field its name; that of a part begins with the part's type and id
 * @param before absent where the record was made, or where an action is told that has no before
 * @param after absent where the field was emptied or the record deleted
 */
public record FieldChange(
        String field, @Nullable String before, @Nullable String after) {

    /** As a cell of an exported list shows it. */
    @Override
    public String toString() {
        String was = before == null ? "" : before + " → ";
        return field + ": " + was + (after == null ? "–" : after);
    }
}
