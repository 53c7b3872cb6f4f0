package com.company.erp.document.storage;

/** The place for files is one that cannot be used: a sentence says why, and another what to do. */
public final class UnfitStorage extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnfitStorage(String reason, String remedy) {
        super(reason);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }
}
