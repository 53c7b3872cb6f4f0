package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** service.md, the firewall: between two machines, which are namespaces here, the files shut what they say they shut. */
class FirewallDrill extends Drill {

    private static final String SERVER = "erp-drill";
    private static final String SERVER_ADDRESS = "10.203.81.2";
    private static final String OUR_ADDRESS = "10.203.81.1";

    private final List<Programs.Running> listeners = new ArrayList<>();

    @BeforeAll
    static void check() {
        needs("firewall", "nft", "iptables-restore", "ip6tables-restore", "ip", "redis-server");
        needsRoot("firewall");
    }

    @BeforeEach
    void connectTwoMachines() {
        ip("netns add " + SERVER);
        ip("link add erp-ours type veth peer name erp-theirs netns " + SERVER);
        ip("addr add " + OUR_ADDRESS + "/30 dev erp-ours");
        ip("link set erp-ours up");
        ip("-n " + SERVER + " addr add " + SERVER_ADDRESS + "/30 dev erp-theirs");
        ip("-n " + SERVER + " link set erp-theirs up");
        ip("-n " + SERVER + " link set lo up");
    }

    @AfterEach
    void disconnect() {
        listeners.forEach(Programs.Running::close);
        ip("netns delete " + SERVER);
    }

    @Test
    void the_files_are_accepted() {
        Runbook.block("firewall").run().ok();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nft -f ops/firewall/erp.nft", "iptables-restore ops/firewall/erp.rules"})
    void others_reach_the_house_and_neither_postgresql_nor_redis(String load) {
        for (int port : new int[] {5432, 6379, 8081}) listen(port);
        assertThat(reaches(SERVER_ADDRESS, 5432)).as("without a firewall").isTrue();

        onServer(load).ok();

        assertThat(reaches(SERVER_ADDRESS, 8081)).isTrue();
        assertThat(reaches(SERVER_ADDRESS, 5432)).isFalse();
        assertThat(reaches(SERVER_ADDRESS, 6379)).isFalse();
        assertThat(onServer(connect("127.0.0.1", 5432)).code())
                .as("on the machine itself")
                .isZero();
    }

    /** Anything that listens will do: it is the way there that is looked at. */
    private void listen(int port) {
        var listener = Programs.start(
                "listener",
                Map.of(),
                ("ip netns exec " + SERVER + " redis-server --save \"\" --protected-mode no --port " + port)
                        .split(" "));
        listeners.add(listener);
        Awaitility.await("port " + port).until(() -> reaches(SERVER_ADDRESS, port));
    }

    private static boolean reaches(String address, int port) {
        return Programs.run("bash", "-c", connect(address, port)).code() == 0;
    }

    private static String connect(String address, int port) {
        return "timeout 1 bash -c '</dev/tcp/%s/%d'".formatted(address, port);
    }

    private static Programs.Outcome onServer(String command) {
        return Programs.run("ip", "netns", "exec", SERVER, "bash", "-c", command);
    }

    private static void ip(String words) {
        Programs.run(("ip " + words).split(" ")).ok();
    }
}
