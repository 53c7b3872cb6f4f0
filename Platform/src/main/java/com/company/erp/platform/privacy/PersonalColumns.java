package com.company.erp.platform.privacy;

import java.util.List;

/**
 * Columns of a table that may say something of a living person. Each department declares its own, as beans; a test
 * holds them against the schema, so that no new column stays unconsidered.
 *
 * @param whose of whom they speak
 * @param kept how long they stay
 */
public record PersonalColumns(String table, Whose whose, Kept kept, List<String> columns) {

    /** Of whom a column speaks. */
    public enum Whose {
        PARTY,
        USER,
        ANYBODY
    }

    /** How long it stays. */
    public enum Kept {
        /** Until the person's data is erased. */
        UNTIL_ERASED,
        /** With the books, as commercial and tax law ask: ten years for vouchers, six for letters. */
        WITH_BOOKS,
        /** With the audit log, whose rows go after a time that is set. */
        WITH_AUDIT,
        /** A few days or months, then it goes by itself. */
        SHORTLY,
        /** As long as the company wants: it is about its own setup. */
        WITH_SETUP
    }

    public static PersonalColumns of(String table, Whose whose, Kept kept, String... columns) {
        return new PersonalColumns(table, whose, kept, List.of(columns));
    }
}
