package com.company.erp.platform.privacy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one feature holds of somebody. The features declare themselves as beans; several may speak of one subject. */
public interface PersonalRecords {

    /** Records of one kind, each as names and values. */
    record Part(String what, List<? extends Map<String, ? extends @Nullable Object>> records) {}

    /** What stays in spite of an erasure, and why. */
    record Remainder(String what, long records, String because) {}

    /** Of whom it speaks: {@code parties} or {@code users}. */
    String resource();

    /** All that there is of the subject. */
    List<Part> collect(UUID subject);

    /** @throws com.company.erp.kernel.RuleViolation when business with the subject has not come to its end */
    default void requireErasable(UUID subject) {}

    /** Erases what no law keeps, and says what stays. */
    List<Remainder> erase(UUID subject);
}
