package com.company.erp.platform.idempotency;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A request whose body was read once to know its hash, and can be read again: small in memory, large from a file. */
final class SpooledBody extends HttpServletRequestWrapper implements AutoCloseable {

    private static final int IN_MEMORY = 1 << 20;

    private final byte[] head;
    private final @Nullable Path file;
    private final byte[] sha256;

    private SpooledBody(HttpServletRequest request, byte[] head, @Nullable Path file, byte[] sha256) {
        super(request);
        this.head = head;
        this.file = file;
        this.sha256 = sha256;
    }

    static SpooledBody of(HttpServletRequest request) throws IOException {
        MessageDigest digest = sha256Digest();
        var body = new DigestInputStream(request.getInputStream(), digest);
        byte[] head = body.readNBytes(IN_MEMORY);
        if (head.length < IN_MEMORY) return new SpooledBody(request, head, null, digest.digest());
        Path file = Files.createTempFile("erp-body", ".tmp");
        try (var out = Files.newOutputStream(file)) {
            out.write(head);
            body.transferTo(out);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return new SpooledBody(request, new byte[0], file, digest.digest());
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    byte[] sha256() {
        return sha256;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        InputStream body = file == null
                ? new java.io.ByteArrayInputStream(head)
                : new BufferedInputStream(Files.newInputStream(file));
        return new Replayed(body);
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        if (file != null) Files.deleteIfExists(file);
    }

    private static final class Replayed extends ServletInputStream {
        private final InputStream body;
        private boolean finished;

        private Replayed(InputStream body) {
            this.body = body;
        }

        @Override
        public int read() throws IOException {
            int b = body.read();
            if (b < 0) finish();
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = body.read(buffer, offset, length);
            if (read < 0) finish();
            return read;
        }

        private void finish() throws IOException {
            finished = true;
            body.close();
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("Bodies are read synchronously.");
        }
    }
}
