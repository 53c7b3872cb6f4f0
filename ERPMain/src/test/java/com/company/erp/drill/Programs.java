package com.company.erp.drill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Programs of the machine: whether they are there, and running them. */
final class Programs {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path LOGS = Path.of("target", "drill-logs").toAbsolutePath();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String SEARCHED =
            System.getenv("PATH") + ":/usr/local/sbin:/usr/sbin:/sbin:/usr/lib/postgresql/15/bin";

    private Programs() {}

    static boolean has(String program) {
        return List.of(SEARCHED.split(":")).stream().anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Outcome run(String... command) {
        return run(Map.of(), command);
    }

    /** Runs it in the folder of the project, to its end. */
    static Outcome run(Map<String, String> environment, String... command) {
        try {
            Process process =
                    builder(environment, command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Outcome(String.join(" ", command), process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Starts what runs until it is closed; what it says goes to target/drill-logs. */
    static Running start(String name, Map<String, String> environment, String... command) {
        try {
            Path log = Files.createTempFile(Files.createDirectories(LOGS), name, ".log");
            Process process = builder(environment, command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new Running(name, process, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProcessBuilder builder(Map<String, String> environment, String... command) {
        var builder = new ProcessBuilder(command).directory(ROOT.toFile());
        builder.environment().put("PATH", SEARCHED);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        return builder;
    }

    /** The same command as another user, where the drill runs as root; servers refuse to be root. */
    static String[] as(String user, String... command) {
        var whole = new ArrayList<String>();
        if (isRoot()) whole.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        whole.addAll(List.of(command));
        return whole.toArray(String[]::new);
    }

    static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    record Outcome(String command, int code, String said) {

        /** What it said; fails unless it succeeded. */
        String ok() {
            assertThat(code).as("%s\nsaid: %s", command, said).isZero();
            return said;
        }
    }

    static final class Running implements AutoCloseable {
        private final String name;
        private final Process process;
        private final Path log;

        private Running(String name, Process process, Path log) {
            this.name = name;
            this.process = process;
            this.log = log;
        }

        Running awaitPort(int port) {
            Awaitility.await(name + " on port " + port)
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .failFast(() -> assertThat(process.isAlive())
                            .as("%s runs; it said: %s", name, said())
                            .isTrue())
                    .until(() -> answers(port));
            return this;
        }

        private static boolean answers(int port) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            } catch (IOException notYet) {
                return false;
            }
        }

        String said() {
            return Runbook.text(log);
        }

        ProcessHandle process() {
            return process.toHandle();
        }

        /** By its signal's name, as {@code kill} takes it. */
        void signal(String signal) {
            Programs.run("kill", "-" + signal, Long.toString(process.pid())).ok();
        }

        /** Of what ends by itself. */
        int exitCode() {
            awaitEnd();
            return process.exitValue();
        }

        /** As by kill -9. */
        void kill() {
            process.destroyForcibly();
            awaitEnd();
        }

        @Override
        public void close() {
            process.destroy();
            awaitEnd();
        }

        private void awaitEnd() {
            try {
                boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                if (!ended) process.destroyForcibly();
                assertThat(ended).as("%s ends; it said: %s", name, said()).isTrue();
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }
}
