package com.company.erp.document.storage;

import com.company.erp.document.sealing.SealedContent;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.tenancy.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps files and rows in step: removes files that no row has named for some time, and looks, a portion each night,
 * whether the files of rows are still there.
 */
@Component
class FileSweepJob implements DailyJob {

    private static final Logger LOG = LoggerFactory.getLogger(FileSweepJob.class);
    private static final int PORTION = 500;
    private static final int LOOKED_AT_A_NIGHT = 10_000;

    private final BlobStore blobs;
    private final FileStore files;
    private final StorageProperties properties;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileSweepJob(BlobStore blobs, FileStore files, StorageProperties properties, JdbcClient jdbc, Clock clock) {
        this.blobs = blobs;
        this.files = files;
        this.properties = properties;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "files in step";
    }

    @Override
    public void run(LocalDate today) {
        if (!hasFiles()) return;
        try {
            files.requireOwnPlace();
            Instant before = clock.instant().minus(properties.orphansAfter());
            blobs.tidy(before);
            removeOrphans(before);
            forgetReleased(before);
            lookForLost();
        } catch (RuleViolation e) {
            LOG.error("Nothing is swept: {}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A company that never kept a file has no place for them either. */
    private boolean hasFiles() {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM file_places WHERE company_id = :company)")
                .param("company", Scope.company().value())
                .query(Boolean.class)
                .single();
    }

    private void removeOrphans(Instant before) throws IOException {
        CompanyId company = Scope.company();
        try (var all = blobs.list(company)) {
            List<UUID> portion = new ArrayList<>(PORTION);
            var old = all.filter(blob -> blob.storedAt().isBefore(before)).iterator();
            while (old.hasNext()) {
                portion.add(old.next().id());
                if (portion.size() == PORTION || !old.hasNext()) {
                    Set<UUID> known = known(portion, before);
                    for (UUID id : portion) if (!known.contains(id)) blobs.delete(company, id);
                    portion.clear();
                }
            }
        }
    }

    private Set<UUID> known(List<UUID> ids, Instant before) {
        return new HashSet<>(jdbc.sql("""
                        SELECT coalesce(blob_id, id) FROM stored_files
                        WHERE company_id = :company AND coalesce(blob_id, id) = ANY (:ids)
                        UNION ALL
                        SELECT id FROM released_blobs
                        WHERE company_id = :company AND id = ANY (:ids) AND released_at >= :before""")
                .param("before", utc(before))
                .param("company", Scope.company().value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    private void forgetReleased(Instant before) {
        jdbc.sql("DELETE FROM released_blobs WHERE company_id = :company AND released_at < :before")
                .param("company", Scope.company().value())
                .param("before", utc(before))
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private record Row(UUID id, UUID blob, long sizeBytes) {}

    private void lookForLost() throws IOException {
        OffsetDateTime now = utc(clock.instant());
        List<Row> rows = jdbc.sql("""
                        SELECT id, coalesce(blob_id, id) AS blob, size_bytes FROM stored_files
                        WHERE company_id = :company ORDER BY looked_at, id LIMIT :most""")
                .param("company", Scope.company().value())
                .param("most", LOOKED_AT_A_NIGHT)
                .query(Row.class)
                .list();
        List<UUID> lost = new ArrayList<>();
        for (Row row : rows) {
            OptionalLong size = blobs.size(Scope.company(), row.blob);
            if (size.isEmpty() || size.getAsLong() != SealedContent.sealedSize(row.sizeBytes)) lost.add(row.id);
        }
        if (!lost.isEmpty()) LOG.error("Files are missing or not whole: {}. Bring them back from a backup.", lost);
        jdbc.sql("""
                        UPDATE stored_files SET looked_at = :now,
                            lost_at = CASE WHEN id = ANY (:lost) THEN coalesce(lost_at, :now) ELSE lost_at END
                        WHERE company_id = :company AND id = ANY (:ids)""")
                .param("now", now)
                .param("company", Scope.company().value())
                .param("lost", lost.toArray(UUID[]::new))
                .param("ids", rows.stream().map(Row::id).toArray(UUID[]::new))
                .update();
    }
}
