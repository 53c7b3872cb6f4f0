package com.company.erp.document.storage;

import com.company.erp.document.sealing.SealedBefore;
import com.company.erp.document.sealing.SealedContent;
import com.company.erp.document.sealing.SealingKeys;
import com.company.erp.document.sealing.SealingOutput;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.tenancy.Scope;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Files that an older key sealed. The new form is another blob, proven to hold the same content, so that whoever reads
 * the old one is not disturbed; that one is swept away when nobody can be reading it any more.
 */
@Component
class FilesSealedBefore implements SealedBefore {

    private static final int FEW = 100;

    private final BlobStore blobs;
    private final SealingKeys keys;
    private final JdbcClient jdbc;

    FilesSealedBefore(BlobStore blobs, SealingKeys keys, JdbcClient jdbc) {
        this.blobs = blobs;
        this.keys = keys;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public List<UUID> companies() {
        return jdbc.sql("SELECT company_id FROM companies_with_files_sealed_otherwise(:key) ORDER BY company_id")
                .param("key", keys.currentId())
                .query(UUID.class)
                .list();
    }

    @Override
    public List<UUID> next(@Nullable UUID after) {
        return jdbc.sql("""
                        SELECT id FROM stored_files
                        WHERE company_id = :company AND id > :after AND key_id <> :key AND lost_at IS NULL
                        ORDER BY id LIMIT :few""")
                .param("company", Scope.company().value())
                .param("after", after == null ? new UUID(0, 0) : after)
                .param("key", keys.currentId())
                .param("few", FEW)
                .query(UUID.class)
                .list();
    }

    private record Row(UUID blob, byte[] sha256, long sizeBytes) {}

    @Override
    public void sealAnew(UUID id) {
        var row = jdbc.sql("""
                        SELECT coalesce(blob_id, id) AS blob, sha256, size_bytes FROM stored_files
                        WHERE company_id = :company AND id = :id AND key_id <> :key FOR NO KEY UPDATE SKIP LOCKED""")
                .param("company", Scope.company().value())
                .param("id", id)
                .param("key", keys.currentId())
                .query(Row.class)
                .optional();
        if (row.isEmpty()) return;
        UUID blob = Uuid7.next();
        try {
            copy(row.get(), blob);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jdbc.sql("""
                        WITH sealed AS (
                            UPDATE stored_files SET blob_id = :blob, key_id = :key WHERE company_id = :company AND id = :id)
                        INSERT INTO released_blobs (company_id, id, released_at) VALUES (:company, :before, now())""")
                .param("blob", blob)
                .param("before", row.get().blob)
                .param("key", keys.currentId())
                .param("company", Scope.company().value())
                .param("id", id)
                .update();
    }

    private void copy(Row row, UUID blob) throws IOException {
        CompanyId company = Scope.company();
        var content = new SealedContent(keys, place -> blobs.open(company, row.blob, place), row.sizeBytes);
        Path draft = Files.createTempFile(blobs.workplace(), "sealed", null);
        try {
            var file = new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16);
            var sealing = new DigestOutputStream(new SealingOutput(keys, file), sha256());
            try (sealing;
                    var in = content.open()) {
                in.transferTo(sealing);
            }
            if (!MessageDigest.isEqual(sealing.getMessageDigest().digest(), row.sha256)) {
                throw new IOException("The content is not the one that was stored.");
            }
            blobs.put(company, blob, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
