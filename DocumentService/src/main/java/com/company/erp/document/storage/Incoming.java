package com.company.erp.document.storage;

import com.company.erp.document.sealing.SealingKeys;
import com.company.erp.document.sealing.SealingOutput;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.web.TooLarge;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A file that is being received: hashed, looked at and sealed as it passes. It is gone unless it is kept. */
public final class Incoming extends OutputStream {

    private static final int LOOKED_AT_BYTES = 64 * 1024;

    private final Path draft;
    private final SealingOutput sealing;
    private final String keyId;
    private final long maxBytes;
    private final MessageDigest digest;
    private final VirusScan scan;
    private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
    private long sizeBytes;

    Incoming(Path workplace, SealingKeys keys, long maxBytes, VirusScan scan) throws IOException {
        this.scan = scan;
        this.draft = Files.createTempFile(workplace, "file", null);
        this.keyId = keys.currentId();
        this.sealing = new SealingOutput(keys, new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16));
        this.maxBytes = maxBytes;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** A finished draft. */
    record Finished(Path draft, StoredFile file, String keyId) {}

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        sizeBytes += length;
        if (sizeBytes > maxBytes) throw new TooLarge();
        int looked = Math.min(length, LOOKED_AT_BYTES - beginning.size());
        if (looked > 0) beginning.write(bytes, offset, looked);
        digest.update(bytes, offset, length);
        scan.write(bytes, offset, length);
        sealing.write(bytes, offset, length);
    }

    /** @throws InvalidInput file.empty, file.type, file.infected */
    Finished finish(String name, MediaTypes types) throws IOException {
        if (sizeBytes == 0) throw new InvalidInput("file", "file.empty", "The file is empty.");
        String type = types.of(beginning.toByteArray(), name);
        scan.finish(name);
        sealing.close();
        return new Finished(draft, new StoredFile(Uuid7.next(), digest.digest(), sizeBytes, type), keyId);
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        scan.close();
        sealing.abandon();
        Files.deleteIfExists(draft);
    }
}
