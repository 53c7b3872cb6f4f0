package com.company.erp.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's Redis on a free port of the loopback. */
final class Redis implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final List<String> settings;
    private Programs.Running server;

    private Redis(Path folder, int port, List<String> settings) {
        this.folder = folder;
        this.port = port;
        this.settings = settings;
        this.server = run();
    }

    /** @param settings as on its command line: a file first, where there is one */
    static Redis create(Path folder, String... settings) {
        return new Redis(folder, Programs.freePort(), List.of(settings));
    }

    private Programs.Running run() {
        var command = new ArrayList<>(List.of("redis-server"));
        command.addAll(settings);
        command.addAll(List.of("--bind", "127.0.0.1", "--port", Integer.toString(port), "--dir", folder.toString()));
        command.addAll(List.of("--appendonly", "yes"));
        return Programs.start("redis", Map.of(), command.toArray(String[]::new)).awaitPort(port);
    }

    /** What redis-cli is told by it. */
    String ask(String... question) {
        var command = new ArrayList<>(List.of("redis-cli", "-p", Integer.toString(port)));
        command.addAll(List.of(question));
        return Programs.run(command.toArray(String[]::new)).said();
    }

    boolean isMaster() {
        return ask("ROLE").startsWith("master");
    }

    /** Starts it again, on the same port, after it was stopped or killed. */
    void restart() {
        server = run();
    }

    Programs.Running server() {
        return server;
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.close();
    }
}
