package com.company.erp.drill;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Debian's PostgreSQL 15 with a cluster of its own on a free port of the loopback. */
final class Postgres implements AutoCloseable {

    static final String DATABASE = "erp_db";
    static final String PASSWORD = "secure_password";

    private final Path cluster;
    private final int port;
    private Programs.Running server;

    private Postgres(Path cluster, int port) {
        this.cluster = cluster;
        this.port = port;
        this.server = run();
    }

    /** Makes a cluster in the folder, which is to be empty, and starts it with the database erp_db. */
    static Postgres create(Path folder) {
        Path password = Scratch.file(folder.resolve("password"), PASSWORD);
        Path cluster = folder.resolve("cluster");
        Scratch.give(folder, "postgres");
        Programs.run(Programs.as(
                        "postgres",
                        "initdb",
                        "--pgdata=" + cluster,
                        "--username=postgres",
                        "--auth=scram-sha-256",
                        "--pwfile=" + password,
                        "--data-checksums",
                        "--locale=C.UTF-8"))
                .ok();
        var postgres = new Postgres(cluster, Programs.freePort());
        postgres.psql("postgres", "-c", "CREATE DATABASE " + DATABASE).ok();
        return postgres;
    }

    /** Starts a cluster that is there, such as a replica's. */
    static Postgres on(Path cluster) {
        return new Postgres(cluster, Programs.freePort());
    }

    private Programs.Running run() {
        return Programs.start(
                        "postgres",
                        Map.of(),
                        Programs.as(
                                "postgres",
                                "postgres",
                                "-D",
                                cluster.toString(),
                                "-p",
                                Integer.toString(port),
                                "-c",
                                "listen_addresses=127.0.0.1",
                                "-c",
                                "unix_socket_directories=" + cluster.getParent(),
                                "-c",
                                "shared_preload_libraries=pg_stat_statements"))
                .awaitPort(port);
    }

    /** Starts it again, on the same port, after it was stopped or killed. */
    void restart() {
        server = run();
    }

    /** Adds lines to its settings and starts it anew with them. */
    void configure(String lines) {
        Path file = cluster.resolve("postgresql.conf");
        Scratch.file(file, Runbook.text(file) + "\n" + lines);
        close();
        restart();
    }

    Programs.Running server() {
        return server;
    }

    /** Where its socket is. */
    Path folder() {
        return cluster.getParent();
    }

    Path cluster() {
        return cluster;
    }

    int port() {
        return port;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    /** What psql and its kin read: the server and the superuser's password. */
    Map<String, String> environment() {
        return Map.of("PGHOST", "127.0.0.1", "PGPORT", Integer.toString(port), "PGPASSWORD", PASSWORD);
    }

    /** One statement as the superuser in erp_db, its rows as lines of values with bars between them. */
    String sql(String statement) {
        return psql("postgres", "-d", DATABASE, "-c", statement).ok().strip();
    }

    /** One statement as the superuser in erp_db that goes on beside the drill, until it is closed. */
    Programs.Running running(String name, String statement) {
        return Programs.start(name, environment(), "psql", "-U", "postgres", "-d", DATABASE, "-c", statement);
    }

    Programs.Outcome psql(String user, String... more) {
        var command = new ArrayList<>(List.of("psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-U", user));
        command.addAll(List.of(more));
        return Programs.run(environment(), command.toArray(String[]::new));
    }

    @Override
    public void close() {
        // A fast stop: connections are ended, not waited for.
        if (server.process().isAlive()) server.signal("INT");
        server.close();
    }
}
