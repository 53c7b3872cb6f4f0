package com.company.erp.assembly.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of one data folder: each starts when it is first asked for, and all stop when the last application
 * context of this JVM that uses the folder lets go (a test suite keeps several contexts on one database).
 */
final class EmbeddedServers implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);
    private static final Map<Path, EmbeddedServers> RUNNING = new HashMap<>();
    private static final int JWT_SECRET_BYTES = 48;

    private final Path wanted;
    private final DataFolder data;
    private int users;
    private @Nullable EmbeddedPostgres postgres;
    private @Nullable EmbeddedRedis redis;

    private EmbeddedServers(Path wanted) {
        this.wanted = wanted;
        this.data = DataFolder.open(wanted);
    }

    /** The servers of this folder, to be closed by each who asked for them. */
    static EmbeddedServers of(Path folder) {
        synchronized (RUNNING) {
            EmbeddedServers servers =
                    RUNNING.computeIfAbsent(folder.toAbsolutePath().normalize(), EmbeddedServers::new);
            servers.users++;
            return servers;
        }
    }

    RunningDatabase database(PostgresPrograms programs) {
        synchronized (RUNNING) {
            if (postgres == null) {
                long begun = System.nanoTime();
                postgres = EmbeddedPostgres.start(data, programs);
                LOG.info(
                        "PostgreSQL runs at {} with its data in {} (started in {} ms)",
                        postgres.connection(),
                        data.path(),
                        (System.nanoTime() - begun) / 1_000_000);
            }
            return postgres.connection();
        }
    }

    /** Empty where it does not start: the ERP works without Redis, though less well. */
    Optional<EmbeddedRedis> redis() {
        synchronized (RUNNING) {
            if (redis == null) {
                try {
                    redis = EmbeddedRedis.start(data);
                    LOG.info("Redis runs at {}:{}", FreePort.LOOPBACK, redis.port());
                } catch (StartRefused e) {
                    LOG.warn("The ERP goes on without Redis. {} {}", e.getMessage(), e.remedy());
                }
            }
            return Optional.ofNullable(redis);
        }
    }

    String jwtSecret() {
        try {
            return data.secret("jwt-secret", JWT_SECRET_BYTES);
        } catch (IOException e) {
            throw StartRefused.by(e, data.path());
        }
    }

    @Override
    public void close() {
        synchronized (RUNNING) {
            users--;
            if (users == 0) {
                RUNNING.remove(wanted);
                stop();
            }
        }
    }

    private void stop() {
        try (DataFolder closedLast = data;
                EmbeddedPostgres closedSecond = postgres;
                EmbeddedRedis closedFirst = redis) {
            LOG.debug("Stopping the servers in {}", closedLast.path());
        }
    }
}
