package com.company.erp.web.system;

import java.util.List;
import java.util.Map;

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

    record State(List<Part> parts, Figures figures, Map<String, String> versions) {}

    /** @throws com.company.erp.kernel.Forbidden access.denied, without the permission system.read */
    State read();
}
