package com.company.erp.assembly.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;

/**
 * Redis as a child of this JVM, with its append-only file in the data folder, reachable from this machine alone. One
 * that ends by itself is started again at the same address, so that the ERP finds it where it was.
 */
final class EmbeddedRedis implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRedis.class);

    private static final int PASSWORD_BYTES = 24;
    private static final int ATTEMPTS = 3;
    private static final int READY_WITHIN_SECONDS = 30;

    private static final int AGAIN_AFTER_SECONDS = 1;
    private static final int AGAIN_AFTER_SECONDS_MAX = 60;

    private final Start start;
    private final int port;
    private final String password;
    private Process server;
    private boolean closing;

    private EmbeddedRedis(Start start, Process server, int port, String password) {
        this.start = start;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /** Starts the server with the settings that were written for it. */
    private interface Start {
        Process run() throws IOException;
    }

    /** @throws StartRefused with the reason when it cannot start */
    static EmbeddedRedis start(DataFolder data) {
        try {
            Path folder = data.subfolder("redis");
            Launcher launcher = Launcher.into(data);
            ServerProcess.stopLeftOver(launcher, folder.resolve("redis.pid"), folder);
            return start(data, launcher, folder, unpack(data, folder), data.secret("redis-password", PASSWORD_BYTES));
        } catch (IOException e) {
            throw StartRefused.by(e, data.path());
        }
    }

    private static EmbeddedRedis start(DataFolder data, Launcher launcher, Path folder, Path program, String password)
            throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = FreePort.find();
            Path settings = folder.resolve("redis.conf");
            data.write(settings, settings(launcher.seen(folder), port, password));
            ServerLog log = ServerLog.fresh(data, "redis.log");
            Start start = () -> launcher.start("redis", log, List.of(launcher.seen(program), launcher.seen(settings)));
            Process server = start.run();
            if (becomesReady(server, port, password)) {
                var redis = new EmbeddedRedis(start, server, port, password);
                redis.watch(AGAIN_AFTER_SECONDS);
                return redis;
            }
            boolean portWasTaken = log.tells("Address already in use");
            if (!portWasTaken || attempt == ATTEMPTS) {
                throw StartRefused.by("Redis", log, data.path());
            }
        }
    }

    /** The password stands in a file that only the owner may read, and not on the command line that all may read. */
    private static String settings(String folder, int port, String password) {
        return """
                bind %s
                port %d
                requirepass %s
                dir %s
                pidfile %s
                daemonize no
                save ""
                appendonly yes
                appendfsync everysec
                """.formatted(FreePort.LOOPBACK, port, password, quoted(folder), quoted(folder + "/redis.pid"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Path unpack(DataFolder data, Path folder) throws IOException {
        String name = Machine.redisProgram();
        Path program = folder.resolve(name);
        if (!Files.exists(program)) {
            Path draft = folder.resolve(name + ".draft");
            try (InputStream content = new ClassPathResource(name).getInputStream()) {
                Files.copy(content, draft, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rwxr-xr-x"));
            data.giveToOwner(draft);
            Files.move(draft, program, StandardCopyOption.ATOMIC_MOVE);
        }
        return program;
    }

    private static boolean becomesReady(Process server, int port, String password) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_WITHIN_SECONDS);
        try {
            while (!server.waitFor(10, TimeUnit.MILLISECONDS)) {
                if (answers(port, password)) {
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

    /** Whether our Redis answers on this port and has read its file. To a stranger's the password would be wrong. */
    private static boolean answers(int port, String password) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(FreePort.LOOPBACK, port), 1_000);
            socket.setSoTimeout(1_000);
            socket.getOutputStream().write(("AUTH " + password + "\r\nPING\r\n").getBytes(StandardCharsets.US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
            return "+OK".equals(answer.readLine()) && "+PONG".equals(answer.readLine());
        } catch (IOException notYet) {
            return false;
        }
    }

    private void watch(int pauseSeconds) {
        server.onExit().thenRunAsync(() -> startAgain(pauseSeconds), delayed(pauseSeconds));
    }

    /** The pause doubles with every start that fails, since its cause may last. */
    private synchronized void startAgain(int pauseSeconds) {
        boolean stoppedInOrder = !server.isAlive() && server.exitValue() == 0;
        if (closing || stoppedInOrder) {
            return;
        }
        LOG.warn("Redis has ended by itself and is started again");
        int nextPauseSeconds = Math.min(2 * pauseSeconds, AGAIN_AFTER_SECONDS_MAX);
        try {
            server = start.run();
            watch(becomesReady(server, port, password) ? AGAIN_AFTER_SECONDS : nextPauseSeconds);
        } catch (IOException e) {
            LOG.warn("Redis cannot be started again yet: {}", e.getMessage());
            delayed(nextPauseSeconds).execute(() -> startAgain(nextPauseSeconds));
        }
    }

    private static Executor delayed(int seconds) {
        return CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS);
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    /** Writes what is outstanding to the append-only file and stops. */
    @Override
    public synchronized void close() {
        closing = true;
        ServerProcess.stop(server.toHandle());
    }
}
