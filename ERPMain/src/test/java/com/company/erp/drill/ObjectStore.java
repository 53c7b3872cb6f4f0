package com.company.erp.drill;

import com.company.erp.Api;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * OpenStack's Swift of Debian's packages, whole but on one disk, behind the door that speaks S3 and proves every
 * signature. Its own door, which S3 knows nothing of, shows what is really there.
 */
final class ObjectStore implements AutoCloseable {

    static final String BUCKET = "papers";
    private static final String KEY = "erp:files";
    private static final String SECRET = "what_the_store_and_the_erp_know";
    private static final String REGION = "eu-central-1";
    private static final List<String> KINDS = List.of("account", "container", "object");

    private final Path folder;
    private final Map<String, Integer> ports = new TreeMap<>();
    private final List<Programs.Running> servers = new ArrayList<>();
    private Programs.Running proxy;

    private ObjectStore(Path folder) {
        this.folder = folder;
        Scratch.file(folder.resolve("swift.conf"), "[swift-hash]\nswift_hash_path_suffix = drill\n");
        Scratch.in(Scratch.in(folder, "disks"), "one");
        int cache = Programs.freePort();
        servers.add(
                Programs.start("memcached", Map.of(), "memcached", "-u", "nobody", "-l", "127.0.0.1", "-p", cache + "")
                        .awaitPort(cache));
        for (String kind : KINDS) ports.put(kind, Programs.freePort());
        makeRings();
        for (String kind : KINDS) {
            servers.add(start(kind, """
                    devices = %s
                    mount_check = false
                    [pipeline:main]
                    pipeline = %s-server
                    [app:%2$s-server]
                    use = egg:swift#%2$s
                    """.formatted(folder.resolve("disks"), kind)));
        }
        ports.put("proxy", Programs.freePort());
        proxy = start("proxy", doors(cache));
        ports.values().forEach(port -> servers.getFirst().awaitPort(port));
    }

    /** Starts it on an empty folder, with a bucket of the name {@link #BUCKET}. */
    static ObjectStore create(Path folder) {
        var store = new ObjectStore(folder);
        store.inside().send("PUT", "/" + BUCKET, null).expect(201);
        return store;
    }

    /** Where each thing is: here, on the only disk. */
    private void makeRings() {
        var script = new StringBuilder("from swift.common.ring import RingBuilder\n");
        for (String kind : KINDS) {
            script.append("""
                    ring = RingBuilder(1, 1, 0)
                    ring.add_dev(dict(region=1, zone=1, ip='127.0.0.1', port=%d, device='one', weight=1))
                    ring.rebalance()
                    ring.get_ring().save('%s')
                    """.formatted(ports.get(kind), folder.resolve(kind + ".ring.gz")));
        }
        Programs.run("/usr/bin/python3", "-c", script.toString()).ok();
    }

    private static String doors(int cache) {
        return """
                [pipeline:main]
                pipeline = cache s3api tempauth bulk slo proxy-server
                [app:proxy-server]
                use = egg:swift#proxy
                account_autocreate = true
                [filter:cache]
                use = egg:swift#memcache
                memcache_servers = 127.0.0.1:%d
                [filter:s3api]
                use = egg:swift#s3api
                location = %s
                [filter:tempauth]
                use = egg:swift#tempauth
                user_%s = %s .admin
                [filter:bulk]
                use = egg:swift#bulk
                [filter:slo]
                use = egg:swift#slo
                """.formatted(cache, REGION, KEY.replace(':', '_'), SECRET);
    }

    private Programs.Running start(String kind, String settings) {
        Path file = Scratch.file(
                folder.resolve(kind + ".conf"),
                """
                [DEFAULT]
                bind_ip = 127.0.0.1
                bind_port = %d
                user = %s
                workers = 0
                swift_dir = %s
                """.formatted(ports.get(kind), System.getProperty("user.name"), folder) + settings);
        return Programs.start("swift-" + kind, Map.of(), "swift-" + kind + "-server", file.toString(), "--verbose");
    }

    /** What makes an instance keep its files here. */
    Map<String, String> environment() {
        return Map.of(
                "ERP_STORAGE_S3_BUCKET", BUCKET,
                "ERP_STORAGE_S3_ENDPOINT", "http://127.0.0.1:" + ports.get("proxy"),
                "ERP_STORAGE_S3_REGION", REGION,
                "ERP_STORAGE_S3_PATH_STYLE", "true",
                "ERP_STORAGE_S3_ACCESS_KEY", KEY,
                "ERP_STORAGE_S3_SECRET_KEY", SECRET);
    }

    /** Swift's own protocol. */
    Api inside() {
        Api door = Api.at("http://127.0.0.1:" + ports.get("proxy"));
        var entered = door.with("X-Auth-User", KEY)
                .with("X-Auth-Key", SECRET)
                .get("/auth/v1.0")
                .expect(200);
        return Api.at(entered.header("X-Storage-Url")).with("X-Auth-Token", entered.header("X-Auth-Token"));
    }

    /** The names of what is in the bucket. */
    List<String> names() {
        return inside().get("/" + BUCKET).text().lines().toList();
    }

    byte[] bytes(String name) {
        return inside().get("/" + BUCKET + "/" + name).expect(200).bytes();
    }

    void put(String name, byte[] bytes) {
        inside().send("PUT", "/" + BUCKET + "/" + name, "application/octet-stream", bytes)
                .expect(201);
    }

    /** Nobody answers at its door until it is opened again. */
    void shut() {
        proxy.close();
    }

    void open() {
        proxy = Programs.start(
                        "swift-proxy",
                        Map.of(),
                        "swift-proxy-server",
                        folder.resolve("proxy.conf").toString(),
                        "--verbose")
                .awaitPort(ports.get("proxy"));
    }

    @Override
    public void close() {
        proxy.close();
        servers.forEach(Programs.Running::close);
    }
}
