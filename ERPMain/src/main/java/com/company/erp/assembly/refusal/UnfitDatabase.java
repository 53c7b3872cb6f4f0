package com.company.erp.assembly.refusal;

/** The database is one that the ERP cannot rely on: a sentence says why, and another what to do. */
final class UnfitDatabase extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnfitDatabase(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
