package com.company.erp.platform.imports;

/** The life of an import: STAGED waits for its turn, RUNNING is checked and written, the others are ends. */
public enum ImportState {
    STAGED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isEnd() {
        return this != STAGED && this != RUNNING;
    }
}
