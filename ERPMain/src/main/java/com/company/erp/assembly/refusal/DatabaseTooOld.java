package com.company.erp.assembly.refusal;

/** The database is of a version that the ERP was not tested on. */
final class DatabaseTooOld extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int version;

    DatabaseTooOld(int version) {
        super("PostgreSQL " + version + " is too old.");
        this.version = version;
    }

    int version() {
        return version;
    }
}
