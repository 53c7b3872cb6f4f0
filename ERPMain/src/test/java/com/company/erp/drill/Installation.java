package com.company.erp.drill;

import com.company.erp.jar.BuiltErp;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an operator runs: PostgreSQL with the users of roles.sql, Redis, a folder of documents, and instances of the built
 * jar over them. The first one migrates as the owner; all work as erp_user.
 */
final class Installation implements AutoCloseable {

    private static final int SHARED_INSTANCES = 3;
    private static @Nullable Installation shared;

    private final Path folder;
    private final Postgres postgres;
    private final Redis redis;
    private final List<BuiltErp> instances = new ArrayList<>();

    private Installation() {
        Drill.needs("every drill on a whole installation", "postgres", "initdb", "psql", "redis-server");
        folder = Scratch.folder("installation");
        postgres = Postgres.create(Scratch.in(folder, "postgres"));
        redis = Redis.create(Scratch.in(folder, "redis"));
        makeUsers();
    }

    /** Its servers alone, for a drill that starts instances in its own way. */
    static Installation withoutInstances() {
        return new Installation();
    }

    /** Three instances, started once for all drills. Whoever hurts one heals it again. */
    static synchronized Installation shared() {
        if (shared == null) {
            shared = AtEnd.close(new Installation());
            shared.add(asOwner());
            for (int i = 1; i < SHARED_INSTANCES; i++) shared.instances.add(shared.launch(Map.of()));
            shared.instances.forEach(BuiltErp::awaitReady);
        }
        return shared;
    }

    /** As database.md tells it. */
    private void makeUsers() {
        Runbook.block("roles").run(postgres.environment()).ok();
        for (String user : List.of("erp_owner", "erp_user")) {
            postgres.sql("ALTER ROLE %s PASSWORD '%s'".formatted(user, Postgres.PASSWORD));
        }
    }

    /** What makes an instance migrate. */
    static Map<String, String> asOwner() {
        return Map.of("SPRING_FLYWAY_USER", "erp_owner", "SPRING_FLYWAY_PASSWORD", Postgres.PASSWORD);
    }

    /** What makes any jar an instance of this installation. */
    Map<String, String> environment() {
        return Map.ofEntries(
                Map.entry("SPRING_DATASOURCE_URL", postgres.url()),
                Map.entry("SPRING_DATASOURCE_USERNAME", "erp_user"),
                Map.entry("SPRING_DATASOURCE_PASSWORD", Postgres.PASSWORD),
                Map.entry("SPRING_DATA_REDIS_HOST", "127.0.0.1"),
                Map.entry("SPRING_DATA_REDIS_PORT", Integer.toString(redis.port())),
                Map.entry("JWT_SECRET", "at_least_32_random_characters_here"),
                Map.entry("STORAGE_KEY", "and_another_32_random_characters"),
                Map.entry("ERP_STORAGE_FOLDER", documents().toString()),
                Map.entry("ERP_WEB_DRAIN", "5s"),
                Map.entry("ERP_JOBS_CHECK_EVERY", "2s"));
    }

    Path documents() {
        return folder.resolve("files");
    }

    /** Starts one more instance and waits until it is ready. */
    BuiltErp add(Map<String, String> more) {
        BuiltErp erp = launch(more);
        instances.add(erp);
        return erp.awaitReady();
    }

    /** Starts an instance that the caller closes, and does not wait. */
    BuiltErp launch(Map<String, String> more) {
        var environment = new TreeMap<>(environment());
        environment.putAll(more);
        return BuiltErp.launch(Scratch.in(folder, "data-" + System.nanoTime()), environment);
    }

    /** Starts the n-th instance anew on its port and data, after it has ended, and does not wait. */
    BuiltErp relaunch(int n, Map<String, String> more) {
        BuiltErp ended = instances.get(n);
        var environment = new TreeMap<>(environment());
        environment.put("SERVER_PORT", Integer.toString(ended.port()));
        environment.putAll(more);
        instances.set(n, BuiltErp.launch(ended.data(), environment));
        return instances.get(n);
    }

    List<BuiltErp> instances() {
        return instances;
    }

    Postgres postgres() {
        return postgres;
    }

    Redis redis() {
        return redis;
    }

    @Override
    public void close() {
        instances.forEach(BuiltErp::askToStop);
        instances.forEach(BuiltErp::close);
        redis.close();
        postgres.close();
    }
}
