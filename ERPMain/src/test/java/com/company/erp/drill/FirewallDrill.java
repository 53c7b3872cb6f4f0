package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** service.md, the firewall: from another machine, the files shut what they say they shut. */
class FirewallDrill extends Drill {

    @BeforeAll
    static void check() {
        needs("firewall", "nft", "iptables-restore", "ip6tables-restore", "redis-server");
        Neighbour.needed("firewall");
    }

    @Test
    void the_files_are_accepted() {
        Runbook.block("firewall").run().ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft -f ops/firewall/erp.nft", "iptables-restore ops/firewall/erp.rules"})
    void others_reach_the_house_and_neither_postgresql_nor_redis(String load) {
        try (var server = new Neighbour()) {
            for (int port : new int[] {5432, 6379, 8081}) listen(server, port);
            assertThat(reaches(server, 5432)).as("without a firewall").isTrue();

            server.run(load.split(" ")).ok();

            assertThat(reaches(server, 8081)).isTrue();
            assertThat(reaches(server, 5432)).isFalse();
            assertThat(reaches(server, 6379)).isFalse();
            server.run("bash", "-c", connect("127.0.0.1", 5432)).ok();
        }
    }

    /** Anything that listens will do: it is the way there that is looked at. */
    private static void listen(Neighbour server, int port) {
        server.start("redis-server", "--save", "", "--protected-mode", "no", "--port", Integer.toString(port));
        Awaitility.await("port " + port).until(() -> reaches(server, port));
    }

    private static boolean reaches(Neighbour server, int port) {
        return Programs.run("bash", "-c", connect(server.address(), port)).code() == 0;
    }

    private static String connect(String address, int port) {
        return "timeout 1 bash -c '</dev/tcp/%s/%d'".formatted(address, port);
    }
}
