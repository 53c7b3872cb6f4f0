package com.company.erp.assembly.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.cluster.api.async.RedisAdvancedClusterAsyncCommands;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.connection.lettuce.LettuceConnection;
import org.springframework.data.redis.connection.lettuce.LettuceConnectionFactory;
import org.springframework.stereotype.Component;

/** Buckets in Redis, over the connection that the rest of the house uses. */
@Component
class SharedBuckets {

    private static final String PREFIX = "erp:limit:";
    private static final Duration PATIENCE = Duration.ofMillis(250);
    private static final Duration KEPT_LONGER = Duration.ofSeconds(10);

    /** Of a large bucket an instance takes one hundredth before it tells Redis, at most this long. */
    private static final int SHARE = 100;

    private static final Duration UNTOLD = Duration.ofMillis(500);

    private final LettuceConnectionFactory redis;
    private final Recent<Bucket> known = new Recent<>();
    private volatile @Nullable ProxyManager<byte[]> buckets;

    SharedBuckets(LettuceConnectionFactory redis) {
        this.redis = redis;
    }

    /** Asks Redis only when something is taken. Fails where Redis cannot be reached for the first time. */
    Bucket bucket(String name, int perMinute) {
        ProxyManager<byte[]> manager = manager();
        return known.get(name, key -> bucket(manager, key, perMinute));
    }

    private static Bucket bucket(ProxyManager<byte[]> manager, String name, int perMinute) {
        var builder = manager.builder();
        int untold = perMinute / SHARE;
        if (untold > 1) builder = builder.withOptimization(Optimizations.delaying(new DelayParameters(untold, UNTOLD)));
        return builder.build((PREFIX + name).getBytes(StandardCharsets.UTF_8), () -> Buckets.configuration(perMinute));
    }

    private ProxyManager<byte[]> manager() {
        ProxyManager<byte[]> made = buckets;
        if (made != null) return made;
        try (var connection = (LettuceConnection) redis.getConnection()) {
            ProxyManager<byte[]> fresh = (switch (connection.getNativeConnection()) {
                        case RedisAdvancedClusterAsyncCommands<byte[], byte[]> cluster ->
                            Bucket4jLettuce.casBasedBuilder(cluster);
                        case RedisAsyncCommands<byte[], byte[]> one -> Bucket4jLettuce.casBasedBuilder(one);
                        default -> throw new IllegalStateException("Redis is reached in an unknown way.");
                    })
                    .requestTimeout(PATIENCE)
                    .expirationAfterWrite(
                            ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(KEPT_LONGER))
                    .build();
            buckets = fresh;
            return fresh;
        }
    }
}
