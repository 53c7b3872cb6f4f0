package com.company.erp.document.storage;

import com.company.erp.document.sealing.SealedContent;
import com.company.erp.platform.tenancy.Scope;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads every kept file of the actor's company from end to end, as nobody does from day to day. */
@Component
public class FileProof {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int PORTION = 500;

    private final FileStore files;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    FileProof(FileStore files, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.files = files;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /** The files that are missing or are not what was kept, each in a sentence. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        UUID last = BEFORE_ALL;
        while (true) {
            List<StoredFile> portion = after(last);
            for (StoredFile file : portion) fault(file).ifPresent(faults::add);
            if (portion.size() < PORTION) return faults;
            last = portion.getLast().id();
        }
    }

    private List<StoredFile> after(UUID last) {
        return Objects.requireNonNull(transaction.execute(status -> jdbc.sql("""
                        SELECT id, sha256, size_bytes, media_type FROM stored_files
                        WHERE company_id = :company AND id > :last ORDER BY id LIMIT :most""")
                .param("company", Scope.company().value())
                .param("last", last)
                .param("most", PORTION)
                .query(StoredFile.class)
                .list()));
    }

    private Optional<String> fault(StoredFile file) {
        SealedContent sealed = Objects.requireNonNull(transaction.execute(status -> files.content(file)));
        try (InputStream in = sealed.open();
                var content = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            boolean same = MessageDigest.isEqual(content.getMessageDigest().digest(), file.sha256());
            return same ? Optional.empty() : Optional.of("the file " + file.id() + " is not what was kept");
        } catch (IOException | IllegalStateException e) {
            return Optional.of("the file " + file.id() + " cannot be read: " + e.getMessage());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
