package com.company.erp.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LimitedBodyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AtomicLong clock = new AtomicLong();

    /** Somebody who sends without end, a portion after so long each. */
    private final class Sender extends ServletInputStream {

        private final int portion;
        private final Duration pause;

        private Sender(int portion, Duration pause) {
            this.portion = portion;
            this.pause = pause;
        }

        @Override
        public int read() {
            clock.addAndGet(pause.toNanos());
            return 'x';
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            clock.addAndGet(pause.toNanos());
            return Math.min(portion, length);
        }

        @Override
        public boolean isFinished() {
            return false;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private long readUntilRefused(LimitedBody body, Class<? extends IOException> refusal) {
        var read = new AtomicLong();
        assertThatThrownBy(() -> {
                    byte[] buffer = new byte[8192];
                    while (true) read.addAndGet(body.read(buffer, 0, buffer.length));
                })
                .isInstanceOf(refusal);
        return read.get();
    }

    private LimitedBody body(int portion, Duration pause, long limit) {
        return new LimitedBody(new Sender(portion, pause), limit, -1, PATIENCE, clock::get);
    }

    @Test
    void a_byte_every_few_seconds_is_cut_off_after_half_a_minute() {
        assertThat(readUntilRefused(body(1, Duration.ofSeconds(5), 1 << 20), TooSlow.class))
                .isEqualTo(6);
        assertThat(Duration.ofNanos(clock.get())).isEqualTo(Duration.ofSeconds(35));
    }

    @Test
    void a_slow_line_that_goes_on_is_waited_for_up_to_the_limit() {
        assertThat(readUntilRefused(body(2048, Duration.ofSeconds(1), 1 << 20), TooLarge.class))
                .isEqualTo(1 << 20);
    }

    @Test
    void one_byte_at_a_time_counts_as_well() {
        LimitedBody body = body(1, Duration.ofSeconds(31), 10);
        assertThatThrownBy(body::read).isInstanceOf(TooSlow.class);
    }
}
