package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Api;
import com.company.erp.hostile.PageVisitor;
import com.company.erp.jar.BuiltErp;
import com.company.erp.jar.ErpUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** redis.md: the master of a pair, and one of a cluster, is killed, and who was signed in stays so. */
class RedisDrill extends Drill {

    private static final int SENTINELS = 3;
    private static final int NODES = 6;
    private static final int NAMED_NODES = 3;
    private static final Path FILES = Path.of("../ops/redis");

    private final ErpUser admin = new ErpUser();
    private final Path folder = Scratch.folder("redis");
    private final List<Redis> servers = new ArrayList<>();
    private final List<Programs.Running> sentinels = new ArrayList<>();
    private final List<Integer> sentinelPorts = new ArrayList<>();

    @BeforeAll
    static void check() {
        needs("Redis that takes over", "redis-server", "redis-sentinel", "redis-cli");
    }

    @AfterEach
    void stop() {
        sentinels.forEach(Programs.Running::close);
        servers.forEach(Redis::close);
    }

    @Test
    void sign_ins_survive_the_death_of_the_master_that_sentinels_replace() {
        Redis master = server("redis.conf");
        Redis replica = server("redis.conf", "--replicaof", "127.0.0.1 " + master.port());
        for (int i = 0; i < SENTINELS; i++) sentinel(master);
        await("the sentinels know each other and the replica")
                .until(() -> sentinelSays("num-other-sentinels", "2") && sentinelSays("num-slaves", "1"));
        String nodes = sentinelPorts.stream().map(port -> "127.0.0.1:" + port).collect(Collectors.joining(","));

        try (BuiltErp erp = instance(
                Map.of("SPRING_DATA_REDIS_SENTINEL_MASTER", "mymaster", "SPRING_DATA_REDIS_SENTINEL_NODES", nodes))) {
            survives(erp, "kill -9 of the master of a pair with sentinels", () -> master);
            assertThat(atSentinel(Runbook.block("sentinel-master")).run().ok())
                    .contains(Integer.toString(replica.port()));

            master.restart();
            await("the former master is a replica").until(() -> !master.isMaster());
            atSentinel(Runbook.block("sentinel-failover")).run().ok();
            await("it is the master again").until(master::isMaster);
        }
    }

    @Test
    void sign_ins_survive_the_death_of_a_node_of_a_cluster() {
        Runbook.Block create = Runbook.block("redis-cluster");
        for (int i = 0; i < NODES; i++) {
            create = create.with(
                    "redis" + (i + 1) + ":6379",
                    "127.0.0.1:" + server("cluster.conf").port());
        }
        assertThat(create.run().ok()).contains("All 16384 slots covered");
        String nodes = servers.stream()
                .limit(NAMED_NODES)
                .map(node -> "127.0.0.1:" + node.port())
                .collect(Collectors.joining(","));

        try (BuiltErp erp = instance(Map.of("SPRING_DATA_REDIS_CLUSTER_NODES", nodes))) {
            survives(erp, "kill -9 of the node of a cluster that holds the session", this::holderOfTheSession);
        }
    }

    /** Kills it while somebody is signed in, and waits until his page is there again. */
    private void survives(BuiltErp erp, String what, Supplier<Redis> victim) {
        Api api = admin.inNewCompany(erp);
        var visitor = PageVisitor.signedIn(erp.api().base(), "admin", ErpUser.PASSWORD);
        visitor.get("/").expect(200);

        Redis master = victim.get();
        long killed = System.nanoTime();
        master.server().kill();
        assertThat(api.get("/api/company").status())
                .as("the API needs no Redis")
                .isEqualTo(200);
        await("the page is there again").until(() -> visitor.get("/").status() == 200);
        measured("%s: pages are back after %.1f s, and nobody was signed out", what, secondsSince(killed));

        await("health").until(() -> erp.health().text().startsWith("{\"status\":\"UP\""));
        masters().forEach(this::forgetLimits);
        await("requests are counted there too").until(() -> {
            api.get("/api/company").expect(200);
            return masters().stream().anyMatch(redis -> !limits(redis).isEmpty());
        });
    }

    private static ConditionFactory await(String what) {
        return Awaitility.await(what).atMost(Duration.ofSeconds(60));
    }

    private List<Redis> masters() {
        return servers.stream()
                .filter(redis -> redis.server().process().isAlive() && redis.isMaster())
                .toList();
    }

    private Redis holderOfTheSession() {
        return masters().stream()
                .filter(redis ->
                        !redis.ask("--scan", "--pattern", "erp:session:*").isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> limits(Redis redis) {
        return redis.ask("--scan", "--pattern", "erp:limit:*").lines().toList();
    }

    private void forgetLimits(Redis redis) {
        limits(redis).forEach(key -> redis.ask("DEL", key));
    }

    /** With a file of ops/redis, and more on its command line. */
    private Redis server(String file, String... more) {
        Path home = Scratch.in(folder, "server-" + servers.size());
        var settings = new ArrayList<>(List.of(more));
        settings.addFirst(Scratch.file(home.resolve(file), Runbook.text(FILES.resolve(file)))
                .toString());
        var redis = Redis.create(home, settings.toArray(String[]::new));
        servers.add(redis);
        return redis;
    }

    private void sentinel(Redis master) {
        int port = Programs.freePort();
        Path home = Scratch.in(folder, "sentinel-" + port);
        String settings = Runbook.text(FILES.resolve("sentinel.conf"));
        assertThat(settings).contains("port 26379", "192.168.1.100 6379", "/var/lib/redis");
        Path file = Scratch.file(
                home.resolve("sentinel.conf"),
                settings.replace("port 26379", "port " + port)
                        .replace("192.168.1.100 6379", "127.0.0.1 " + master.port())
                        .replace("/var/lib/redis", home.toString()));
        sentinels.add(Runbook.block("sentinel")
                .with("/etc/redis/sentinel.conf", file.toString())
                .start(Map.of())
                .awaitPort(port));
        sentinelPorts.add(port);
    }

    private Runbook.Block atSentinel(Runbook.Block block) {
        return block.with("-p 26379", "-p " + sentinelPorts.getFirst());
    }

    /** All of them, of the master: names and values are lines by turns. */
    private boolean sentinelSays(String name, String value) {
        return sentinelPorts.stream()
                .allMatch(port -> Programs.run(
                                "redis-cli", "-p", Integer.toString(port), "SENTINEL", "master", "mymaster")
                        .said()
                        .contains(name + "\n" + value + "\n"));
    }

    private static BuiltErp instance(Map<String, String> redis) {
        var settings = new TreeMap<>(redis);
        settings.put("SPRING_DATA_REDIS_HOST", "");
        return Installation.shared().launch(settings).awaitReady();
    }
}
