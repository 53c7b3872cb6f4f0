package com.company.erp.assembly.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A house that serves nobody but the command that starts it, beside the one that may be running: on the same database,
 * a port of its own, and with its jobs asleep. Where nothing runs, the embedded database is started.
 */
public final class SecondHouse {

    private static final List<String> QUIET = List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--erp.jobs.check-every=1d",
            "--logging.file.name=",
            "--logging.level.root=WARN",
            "--logging.level.com.company=WARN");

    private SecondHouse() {}

    /** Arguments, since they outrank the environment: SERVER_PORT is the other house's. */
    public static List<String> settings(Map<String, String> environment) {
        List<String> settings = new ArrayList<>(QUIET);
        if (environment.getOrDefault("SPRING_DATASOURCE_URL", "").isBlank()) {
            Path data = Path.of(environment.getOrDefault("ERP_DATA", "./data"));
            RunningDatabase.in(data)
                    .filter(RunningDatabase::answers)
                    .ifPresent(database -> settings.addAll(joining(database)));
        }
        return settings;
    }

    /** On a data folder where nothing runs. */
    public static List<String> settings(Path data) {
        List<String> settings = new ArrayList<>(QUIET);
        settings.add("--erp.data=" + data);
        return settings;
    }

    /** Joins a database that another house runs. No token that is signed here outlives the command. */
    private static List<String> joining(RunningDatabase database) {
        return List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.data.redis.host=127.0.0.1",
                "--spring.data.redis.port=1",
                "--erp.jwt.secret=" + UUID.randomUUID() + UUID.randomUUID());
    }
}
