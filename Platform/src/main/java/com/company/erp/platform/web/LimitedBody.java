package com.company.erp.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/** A body that is read up to a limit, and as long as it comes at more than a trickle. */
final class LimitedBody extends ServletInputStream {

    /** Of the slowest line that is worth waiting for. */
    private static final long BYTES_PER_SECOND = 1024;

    private final ServletInputStream body;
    private final long limit;
    private final long announced;
    private final Duration patience;
    private final LongSupplier nanos;
    private final long begun;
    private long read;

    /** @param patience how long it may take, beside a second for each kilobyte */
    LimitedBody(ServletInputStream body, long limit, long announced, Duration patience, LongSupplier nanos) {
        this.body = body;
        this.limit = limit;
        this.announced = announced;
        this.patience = patience;
        this.nanos = nanos;
        this.begun = nanos.getAsLong();
    }

    @Override
    public int read() throws IOException {
        int b = body.read();
        if (b >= 0) count(1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (announced > limit) throw new TooLarge();
        int more = body.read(buffer, offset, length);
        if (more > 0) count(more);
        return more;
    }

    private void count(int more) throws IOException {
        read += more;
        if (read > limit) throw new TooLarge();
        Duration allowed = patience.plusSeconds(read / BYTES_PER_SECOND);
        if (nanos.getAsLong() - begun > allowed.toNanos()) throw new TooSlow();
    }

    @Override
    public boolean isFinished() {
        return body.isFinished();
    }

    @Override
    public boolean isReady() {
        return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        body.setReadListener(listener);
    }
}
