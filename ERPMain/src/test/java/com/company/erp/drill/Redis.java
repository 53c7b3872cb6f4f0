package com.company.erp.drill;

import java.nio.file.Path;
import java.util.Map;

/** Debian's Redis on a free port of the loopback. */
final class Redis implements AutoCloseable {

    private final Path folder;
    private final int port;
    private Programs.Running server;

    private Redis(Path folder, int port) {
        this.folder = folder;
        this.port = port;
        this.server = run();
    }

    static Redis create(Path folder) {
        return new Redis(folder, Programs.freePort());
    }

    private Programs.Running run() {
        return Programs.start(
                        "redis",
                        Map.of(),
                        "redis-server",
                        "--bind",
                        "127.0.0.1",
                        "--port",
                        Integer.toString(port),
                        "--dir",
                        folder.toString(),
                        "--appendonly",
                        "yes")
                .awaitPort(port);
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
