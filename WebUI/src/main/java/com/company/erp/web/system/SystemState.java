package com.company.erp.web.system;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What only the assembled house knows of itself; it stands above the pages, and tells them. */
public interface SystemState {

    /** A part that the house needs, such as the database, and how it is: UP, DOWN or UNKNOWN. */
    record Part(String name, String status) {}

    /**
     * What is to be cared for; not a number where nobody knows.
     *
     * @param backupSeconds how old the newest backup is that was noted
     * @param proofSeconds how long ago the oldest proof of a company's books was
     * @param unsoundCompanies whose books are not sound
     * @param jobsBehindDays how far the slowest daily job is behind
     * @param mailSeconds how long the oldest e-mail waits
     * @param mailsStuck failed for good, or uncertain
     * @param unsealedSeconds how long the oldest event waits for its number
     * @param signInsFailed within the last 15 minutes
     */
    record Figures(
            double unsealedSeconds,
            double jobsBehindDays,
            double mailSeconds,
            double mailsStuck,
            double signInsFailed,
            double backupSeconds,
            double proofSeconds,
            double unsoundCompanies) {}

    /**
     * A job that each company needs once a day.
     *
     * @param lastAt when it last ended somewhere, well or not; null before its first time
     * @param seconds the longest that it took in a company when it last did its work
     * @param instance where it ran last
     * @param failing in how many companies it failed and has not succeeded since
     * @param behind in how many companies it has not been done for their today
     * @param nextAt now, when it is behind
     */
    record Job(
            String name,
            @Nullable Instant lastAt,
            @Nullable BigDecimal seconds,
            @Nullable String instance,
            long failing,
            long behind,
            Instant nextAt) {}

    /**
     * What this instance does again and again.
     *
     * @param lastAt when it last began; null before its first time
     * @param failed whether it failed then
     * @param nextAt null when it is not planned any more, or is at work
     */
    record Round(
            String name,
            @Nullable Instant lastAt,
            boolean failed,
            @Nullable Instant nextAt) {}

    /** @param bytes null where its maker did not know */
    record Backup(Instant endedAt, @Nullable Long bytes) {}

    record State(
            List<Part> parts,
            Figures figures,
            List<Job> jobs,
            List<Round> rounds,
            List<Backup> backups,
            Map<String, String> versions) {}

    /** @throws com.company.erp.kernel.Forbidden access.denied, without the permission system.read */
    State read();
}
