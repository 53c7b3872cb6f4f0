package com.company.erp.document.storage;

import com.company.erp.document.sealing.SealedContent;
import com.company.erp.document.sealing.SealingKeys;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Overloaded;
import com.company.erp.kernel.RuleViolation;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps files of the actor's company. Receiving happens outside a transaction, however slow the sender; keeping inside
 * one: {@link #receive} and {@link #finish} put the bytes there for good, {@link #keep} writes the row that makes them
 * count. What is received and not kept is swept away later.
 */
@Component
public class FileStore {

    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);
    private static final int TRIES = 3;

    private final BlobStore blobs;
    private final SealingKeys keys;
    private final StorageProperties properties;
    private final ScannerProperties scanner;
    private final MediaTypes types;
    private final JdbcClient jdbc;
    private final Clock clock;

    FileStore(
            BlobStore blobs,
            SealingKeys keys,
            StorageProperties properties,
            ScannerProperties scanner,
            JdbcClient jdbc,
            Clock clock) {
        this.blobs = blobs;
        this.keys = keys;
        this.properties = properties;
        this.scanner = scanner;
        this.types = new MediaTypes(properties.types());
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A content that is there for good, but counts only once it is kept. */
    public record Received(StoredFile file, String keyId) {}

    /**
     * Proves, inside a transaction, that the place for files is the one this company's files are in. A volume that was
     * not mounted, or another installation's, takes no file and is never swept.
     *
     * @throws RuleViolation storage.foreign
     */
    public void requireOwnPlace() {
        CompanyId company = Scope.company();
        Optional<String> noted = noted(company);
        try {
            Optional<String> found = blobs.marker(company);
            if (noted.isEmpty())
                note(company, found.orElseGet(() -> Uuid7.next().toString()));
            String expected = noted(company).orElseThrow();
            if (found.isEmpty() && noted.isEmpty()) blobs.mark(company, expected);
            else if (!found.equals(Optional.of(expected))) throw foreign(company);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RuleViolation foreign(CompanyId company) {
        LOG.error("The storage is not the one that the files of company {} are in; is it mounted?", company.value());
        return new RuleViolation(
                "storage.foreign", "The file storage at hand is not this company's; tell its operator.");
    }

    private Optional<String> noted(CompanyId company) {
        return jdbc.sql("SELECT marker FROM file_places WHERE company_id = :company AND id = :company")
                .param("company", company.value())
                .query(String.class)
                .optional();
    }

    private void note(CompanyId company, String marker) {
        jdbc.sql("INSERT INTO file_places (company_id, id, marker) VALUES (:company, :company, :marker)"
                        + " ON CONFLICT DO NOTHING")
                .param("company", company.value())
                .param("marker", marker)
                .update();
    }

    /** Begins to receive from outside; what is written to it may be at most erp.storage.max-size. */
    public Incoming receive() throws IOException {
        return new Incoming(blobs.workplace(), keys, properties.maxSize().toBytes(), new VirusScan(scanner));
    }

    /** Begins a file that the house itself makes. */
    public Incoming make() throws IOException {
        return new Incoming(blobs.workplace(), keys, properties.maxSize().toBytes(), VirusScan.none());
    }

    /**
     * Ends receiving: the bytes are there for good.
     *
     * @throws InvalidInput file.empty, file.type, file.infected
     */
    public Received finish(Incoming incoming, String name) throws IOException {
        Incoming.Finished finished = incoming.finish(name, types);
        blobs.put(Scope.company(), finished.file().id(), finished.draft());
        return new Received(finished.file(), finished.keyId());
    }

    /**
     * Keeps a content, inside a transaction. One that the company has already is not kept twice: the answer is the
     * elder one.
     */
    public StoredFile keep(Received received) {
        for (int i = 0; i < TRIES; i++) {
            Optional<StoredFile> elder = elder(received.file().sha256());
            if (elder.isPresent()) {
                discard(received.file().id());
                return elder.get();
            }
            if (insert(received)) return received.file();
        }
        throw new IllegalStateException("The same content comes and goes.");
    }

    /** Locked, so that it is not swept away before the transaction has made use of it. */
    private Optional<StoredFile> elder(byte[] sha256) {
        return jdbc.sql("""
                        SELECT id, sha256, size_bytes, media_type FROM stored_files
                        WHERE company_id = :company AND sha256 = :sha256 AND lost_at IS NULL FOR KEY SHARE""")
                .param("company", Scope.company().value())
                .param("sha256", sha256)
                .query(StoredFile.class)
                .optional();
    }

    private boolean insert(Received received) {
        StoredFile file = received.file();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                        INSERT INTO stored_files
                            (company_id, id, sha256, size_bytes, media_type, key_id, stored_at, looked_at)
                        VALUES (:company, :id, :sha256, :size, :type, :key, :now, :now)
                        ON CONFLICT (company_id, sha256) WHERE lost_at IS NULL DO NOTHING""")
                        .param("company", Scope.company().value())
                        .param("id", file.id())
                        .param("sha256", file.sha256())
                        .param("size", file.sizeBytes())
                        .param("type", file.mediaType())
                        .param("key", received.keyId())
                        .param("now", now)
                        .update()
                == 1;
    }

    /** Removes what was received and will not be kept. */
    public void discard(UUID id) {
        try {
            blobs.delete(Scope.company(), id);
        } catch (IOException | Overloaded e) {
            LOG.warn("A file that is not needed stays until it is swept: {}", e.getMessage());
        }
    }

    /** The bytes of a kept file, of the company that acts now; to be asked for inside a transaction. */
    public SealedContent content(StoredFile file) {
        CompanyId company = Scope.company();
        UUID blob = jdbc.sql("""
                        SELECT coalesce(blob_id, id) FROM stored_files WHERE company_id = :company AND id = :id""")
                .param("company", company.value())
                .param("id", file.id())
                .query(UUID.class)
                .single();
        return new SealedContent(keys, place -> blobs.open(company, blob, place), file.sizeBytes());
    }
}
