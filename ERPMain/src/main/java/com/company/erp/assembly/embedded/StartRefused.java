package com.company.erp.assembly.embedded;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The application cannot start, for a reason that its operator can remove: one sentence says which, one what to do. */
public final class StartRefused extends RuntimeException {

    private static final String DISK_IS_FULL = "No space left on device";

    private final String remedy;

    StartRefused(String reason, String remedy) {
        this(reason, remedy, null);
    }

    StartRefused(String reason, String remedy, @Nullable Throwable cause) {
        super(reason, cause);
        this.remedy = remedy;
    }

    /** What a failed read or write below the data folder means to its operator. */
    static StartRefused by(IOException failure, Path folder) {
        String told = String.valueOf(failure.getMessage());
        if (told.contains(DISK_IS_FULL)) {
            return fullDisk(folder);
        }
        if (failure instanceof AccessDeniedException || told.contains("Read-only file system")) {
            return new StartRefused(
                    "The ERP may not write to its data folder " + folder + " (" + told + ").",
                    "Give the folder to the user who starts the ERP, or name another one with ERP_DATA.",
                    failure);
        }
        return new StartRefused(
                "The data folder " + folder + " cannot be used: " + told + ".",
                "Repair it, or name another one with ERP_DATA.",
                failure);
    }

    /** What a server that ended while starting says in the last lines of its log. */
    static StartRefused by(String server, ServerLog log, Path folder) {
        if (log.tells(DISK_IS_FULL)) {
            return fullDisk(folder);
        }
        return new StartRefused(
                server + " did not start: " + log.reason() + ".", "Its whole log is in " + log.file() + ".");
    }

    static StartRefused fullDisk(Path folder) {
        return new StartRefused(
                "The disk that holds the data folder " + folder + " is full.",
                "Free some space, or name a folder on another disk with ERP_DATA.");
    }

    String remedy() {
        return remedy;
    }
}
