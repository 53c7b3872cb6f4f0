package com.company.erp.assembly.limit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Buckets that fill by themselves, a minute's worth large. They are kept in Redis, where all instances take from them;
 * while Redis is away each instance has its own, and looks every few seconds whether it is back.
 */
@Component
class Buckets {

    private static final Logger LOG = LoggerFactory.getLogger(Buckets.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofSeconds(5);

    private final SharedBuckets shared;
    private final Recent<Bucket> own = new Recent<>();
    private volatile boolean alone;
    private volatile long lookAgainAtNanos;

    Buckets(SharedBuckets shared) {
        this.shared = shared;
    }

    /** Takes one from the bucket; answers zero, or how long it takes until there is one. */
    Duration take(String name, int perMinute) {
        return ask(name, perMinute, bucket -> {
            var probe = bucket.tryConsumeAndReturnRemaining(1);
            return probe.isConsumed() ? 0 : probe.getNanosToWaitForRefill();
        });
    }

    /** What {@link #take} would answer, without taking. */
    Duration look(String name, int perMinute) {
        return ask(name, perMinute, bucket -> bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill());
    }

    private Duration ask(String name, int perMinute, ToLongFunction<Bucket> waitNanos) {
        return Duration.ofNanos(
                isTimeToAskRedis()
                        ? askShared(name, perMinute, waitNanos)
                        : waitNanos.applyAsLong(own(name, perMinute)));
    }

    private boolean isTimeToAskRedis() {
        return !alone || System.nanoTime() - lookAgainAtNanos >= 0;
    }

    private long askShared(String name, int perMinute, ToLongFunction<Bucket> waitNanos) {
        try {
            long wait = waitNanos.applyAsLong(shared.bucket(name, perMinute));
            if (alone) LOG.info("Limits are counted together again.");
            alone = false;
            return wait;
        } catch (RuntimeException e) {
            lookAgainAtNanos = System.nanoTime() + LOOK_AGAIN_AFTER.toNanos();
            if (!alone) LOG.warn("This instance counts limits by itself, since Redis does not: {}", e.toString());
            alone = true;
            return waitNanos.applyAsLong(own(name, perMinute));
        }
    }

    private Bucket own(String name, int perMinute) {
        return own.get(
                name, key -> Bucket.builder().addLimit(bandwidth(perMinute)).build());
    }

    static BucketConfiguration configuration(int perMinute) {
        return BucketConfiguration.builder().addLimit(bandwidth(perMinute)).build();
    }

    private static Bandwidth bandwidth(int perMinute) {
        return Bandwidth.builder()
                .capacity(perMinute)
                .refillGreedy(perMinute, MINUTE)
                .build();
    }
}
