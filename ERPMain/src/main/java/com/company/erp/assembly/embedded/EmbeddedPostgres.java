package com.company.erp.assembly.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL as a child of this JVM, with its cluster in the data folder, reachable from this machine alone. */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final String DATABASE = "erp_db";
    private static final String SUPERUSER = "postgres";
    private static final int PASSWORD_BYTES = 24;
    private static final int ATTEMPTS = 3;
    /** Recovery after a crash may have to replay much. */
    private static final int READY_WITHIN_MINUTES = 10;

    private static final int NEEDED_FOR_NEW_CLUSTER_MB = 300;
    private static final int NEEDED_MB = 64;

    private final DataFolder data;
    private final Process server;
    private final RunningDatabase connection;
    private volatile boolean closing;

    private EmbeddedPostgres(DataFolder data, Process server, RunningDatabase connection) {
        this.data = data;
        this.server = server;
        this.connection = connection;
    }

    /**
     * Starts the server, on a new cluster where the folder holds none, and makes the database erp_db.
     *
     * @throws StartRefused with the reason when it cannot
     */
    public static EmbeddedPostgres start(DataFolder data, PostgresPrograms programs) {
        try {
            Path cluster = data.subfolder("postgresql").resolve("cluster");
            boolean fresh = !Files.exists(cluster);
            data.requireFreeSpaceMb(fresh ? NEEDED_FOR_NEW_CLUSTER_MB : NEEDED_MB);
            Launcher launcher = Launcher.into(data);
            ServerProcess.stopLeftOver(launcher, cluster.resolve("postmaster.pid"), cluster);
            return start(data, new PostgresCluster(data, launcher, cluster, programs.unpackIn(data)), fresh);
        } catch (IOException e) {
            throw StartRefused.by(e, data.path());
        }
    }

    private static EmbeddedPostgres start(DataFolder data, PostgresCluster cluster, boolean fresh) throws IOException {
        String password = data.secret("postgres-password", PASSWORD_BYTES);
        if (fresh) {
            cluster.initialize(SUPERUSER, password);
        } else {
            cluster.requireOurs();
        }
        for (int attempt = 1; ; attempt++) {
            int port = FreePort.find();
            ServerLog log = ServerLog.fresh(data, "postgresql.log");
            Process server = cluster.run(port, log);
            if (becomesReady(server, cluster)) {
                return open(data, server, new RunningDatabase(FreePort.LOOPBACK, port, DATABASE, SUPERUSER, password));
            }
            boolean portWasTaken = log.tells("could not bind");
            if (!portWasTaken || attempt == ATTEMPTS) {
                throw StartRefused.by("PostgreSQL", log, data.path());
            }
        }
    }

    private static boolean becomesReady(Process server, PostgresCluster cluster) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(READY_WITHIN_MINUTES);
        try {
            while (!server.waitFor(10, TimeUnit.MILLISECONDS)) {
                if (cluster.isReady(server.pid())) {
                    return true;
                }
                if (System.nanoTime() > deadline) {
                    ServerProcess.stop(server.toHandle());
                }
            }
        } catch (InterruptedException e) {
            ServerProcess.stop(server.toHandle());
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static EmbeddedPostgres open(DataFolder data, Process server, RunningDatabase connection)
            throws IOException {
        var postgres = new EmbeddedPostgres(data, server, connection);
        try {
            postgres.makeDatabase();
            connection.announceIn(data);
        } catch (SQLException e) {
            postgres.close();
            throw new StartRefused(
                    "The database does not let the ERP in: " + e.getMessage() + ".",
                    "Put back the file postgres-password, which belongs to the data folder " + data.path() + ".",
                    e);
        }
        server.onExit().thenRun(postgres::reportUnexpectedEnd);
        return postgres;
    }

    private void makeDatabase() throws SQLException {
        try (Connection maintenance = DriverManager.getConnection(
                        connection.urlOf("postgres"), connection.user(), connection.password());
                Statement statement = maintenance.createStatement()) {
            boolean made = statement
                    .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")
                    .next();
            if (!made) {
                statement.execute("CREATE DATABASE " + DATABASE);
            }
        }
    }

    private void reportUnexpectedEnd() {
        if (!closing) {
            LOG.error(
                    "PostgreSQL has stopped by itself; {} tells why. Start the ERP again.",
                    data.path().resolve("log"));
        }
    }

    public RunningDatabase connection() {
        return connection;
    }

    /** The server's process number. */
    public long pid() {
        return server.pid();
    }

    /** Ends all sessions, writes everything to disk and stops. */
    @Override
    public void close() {
        closing = true;
        ServerProcess.stop(server.toHandle());
        try {
            RunningDatabase.withdrawFrom(data);
        } catch (IOException e) {
            throw StartRefused.by(e, data.path());
        }
    }
}
