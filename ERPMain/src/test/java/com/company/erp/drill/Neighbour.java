package com.company.erp.drill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Another machine on the network: a namespace with an address of its own, and a cable to this one. */
final class Neighbour implements AutoCloseable {

    private final String name = "erp-" + ProcessHandle.current().pid();
    private final String network = "10.203." + ProcessHandle.current().pid() % 250 + ".";
    private final List<Programs.Running> servers = new ArrayList<>();

    Neighbour() {
        ip("netns add " + name);
        ip("link add " + name + " type veth peer name theirs netns " + name);
        ip("addr add " + network + "1/30 dev " + name);
        ip("link set " + name + " up");
        ip("-n " + name + " addr add " + address() + "/30 dev theirs");
        ip("-n " + name + " link set theirs up");
        ip("-n " + name + " link set lo up");
    }

    static void needed(String what) {
        Drill.needs(what, "ip");
        Drill.needsRoot(what);
    }

    /** Where this machine reaches it. */
    String address() {
        return network + "2";
    }

    /** Where it reaches this machine. */
    String ours() {
        return network + "1";
    }

    Programs.Outcome run(String... command) {
        return Programs.run(inside(command));
    }

    void start(String... command) {
        servers.add(Programs.start("neighbour", Map.of(), inside(command)));
    }

    private String[] inside(String... command) {
        var whole = new ArrayList<>(List.of("ip", "netns", "exec", name));
        whole.addAll(Arrays.asList(command));
        return whole.toArray(String[]::new);
    }

    private static void ip(String words) {
        Programs.run(("ip " + words).split(" ")).ok();
    }

    @Override
    public void close() {
        servers.forEach(Programs.Running::close);
        ip("netns delete " + name);
    }
}
