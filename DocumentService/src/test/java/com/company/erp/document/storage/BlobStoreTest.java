package com.company.erp.document.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.CompanyId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for each place that blobs can be in: a folder, and a service that speaks S3. */
abstract class BlobStoreTest {

    private static final CompanyId COMPANY = new CompanyId(new UUID(1, 1));
    private static final CompanyId OTHER = new CompanyId(new UUID(1, 2));

    @TempDir
    Path folder;

    private BlobStore store;

    abstract BlobStore store() throws IOException;

    @BeforeEach
    void open() throws IOException {
        store = store();
    }

    private UUID put(byte[] bytes) throws IOException {
        UUID id = UUID.randomUUID();
        store.put(COMPANY, id, Files.write(Files.createTempFile(store.workplace(), "draft", null), bytes));
        return id;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private byte[] read(UUID id, long from) throws IOException {
        try (var in = store.open(COMPANY, id, from)) {
            return in.readAllBytes();
        }
    }

    @Test
    void a_blob_is_read_from_any_place_and_is_its_company_s_alone() throws IOException {
        byte[] bytes = bytes(300_000);
        UUID id = put(bytes);

        assertThat(read(id, 0)).isEqualTo(bytes);
        assertThat(read(id, 123_456)).isEqualTo(Arrays.copyOfRange(bytes, 123_456, bytes.length));
        assertThat(store.size(COMPANY, id)).hasValue(300_000);
        assertThat(store.size(OTHER, id)).isEmpty();
        assertThatThrownBy(() -> store.open(OTHER, id, 0)).isInstanceOf(IOException.class);
        try (var drafts = Files.list(store.workplace())) {
            assertThat(drafts).isEmpty();
        }
    }

    @Test
    void a_company_s_blobs_are_listed_but_not_its_marker() throws IOException {
        UUID first = put(bytes(10));
        UUID second = put(bytes(20));
        assertThat(store.marker(COMPANY)).isEmpty();
        store.mark(COMPANY, "this one");

        assertThat(store.marker(COMPANY)).hasValue("this one");
        assertThat(store.marker(OTHER)).isEmpty();
        try (var all = store.list(COMPANY)) {
            assertThat(all.map(BlobStore.Blob::id)).containsExactlyInAnyOrder(first, second);
        }
        try (var none = store.list(OTHER)) {
            assertThat(none).isEmpty();
        }
    }

    @Test
    void what_is_deleted_is_gone_and_may_be_deleted_again() throws IOException {
        UUID id = put(bytes(10));
        store.delete(COMPANY, id);
        store.delete(COMPANY, id);

        assertThat(store.size(COMPANY, id)).isEmpty();
    }

    @Test
    void drafts_that_were_left_behind_are_tidied_away() throws IOException {
        Path old = Files.createTempFile(store.workplace(), "draft", null);
        Files.setLastModifiedTime(old, FileTime.from(Instant.EPOCH));
        Path young = Files.createTempFile(store.workplace(), "draft", null);
        store.tidy(Instant.EPOCH.plusSeconds(10));

        assertThat(old).doesNotExist();
        assertThat(young).exists();
    }
}
