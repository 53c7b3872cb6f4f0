package com.company.erp.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** One run of the built jar, unpacked: see {@link QuickStart}. */
public final class BuiltErp implements AutoCloseable {

    public static final String PASSWORD = "the first password of all";

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);

    private final Process jvm;
    private final int port;
    private final Path log;
    private final Path data;

    private BuiltErp(Process jvm, int port, Path log, Path data) {
        this.jvm = jvm;
        this.port = port;
        this.log = log;
        this.data = data;
    }

    /** Starts it on the data folder and a free port, and does not wait. */
    public static BuiltErp launch(Path data, Map<String, String> environment) {
        return launch(List.of(), data, environment);
    }

    /** @param prefix what to run Java with, such as another user's identity */
    static BuiltErp launch(List<String> prefix, Path data, Map<String, String> environment) {
        return launch(prefix, data, environment, List.of());
    }

    /** Runs one of the jar's own commands on the data folder, beside the ERP that may work on it. */
    public static BuiltErp command(Path data, String... words) {
        return launch(List.of(), data, Map.of(), List.of(words));
    }

    private static BuiltErp launch(
            List<String> prefix, Path data, Map<String, String> environment, List<String> words) {
        return launch(prefix, QuickStart.options(), data, environment, words);
    }

    /** @param program Java's options that name the program */
    static BuiltErp launch(List<String> program, Path data) {
        return launch(List.of(), program, data, Map.of(), List.of());
    }

    private static BuiltErp launch(
            List<String> prefix, List<String> program, Path data, Map<String, String> environment, List<String> words) {
        try {
            int port = environment.containsKey("SERVER_PORT")
                    ? Integer.parseInt(environment.get("SERVER_PORT"))
                    : freePort();
            List<String> command = new ArrayList<>(prefix);
            command.addAll(List.of(java(), "-Xmx512m", "-XX:TieredStopAtLevel=1"));
            command.addAll(program);
            command.addAll(words);
            Path log = Files.createTempFile(Files.createDirectories(Path.of("target", "jar-logs")), "erp", ".log");
            var builder = new ProcessBuilder(command)
                    .directory(new File("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("ERP_"));
            builder.environment()
                    .putAll(Map.of(
                            "ERP_DATA",
                            data.toString(),
                            "ERP_SETUP_PASSWORD",
                            PASSWORD,
                            "ERP_JWT_ACCESS_LIFETIME",
                            "3h",
                            "ERP_WEB_DRAIN",
                            "0s",
                            "SERVER_PORT",
                            Integer.toString(port),
                            "SERVER_ADDRESS",
                            "127.0.0.1",
                            "LOGGING_FILE_NAME",
                            ""));
            builder.environment().putAll(environment);
            return new BuiltErp(builder.start(), port, log, data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public static BuiltErp start(Path data) {
        return launch(data, Map.of()).awaitReady();
    }

    public BuiltErp awaitReady() {
        try {
            await("health", () -> health().status() == 200);
        } catch (RuntimeException e) {
            close();
            throw new AssertionError("It does not start, and says: " + said(), e);
        }
        return this;
    }

    public Path data() {
        return data;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return jvm.pid();
    }

    public Api api() {
        return Api.at("http://127.0.0.1:" + port);
    }

    public Answer health() {
        return get("/actuator/health");
    }

    /** What is answered, or 0 where nobody does. */
    public Answer get(String path) {
        try {
            return api().get(path);
        } catch (UncheckedIOException e) {
            return new Answer(path, 0, java.net.http.HttpHeaders.of(Map.of(), (name, value) -> true), new byte[0]);
        }
    }

    public void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(PATIENCE)
                .pollInterval(POLL)
                .failFast("the JVM has ended", () -> !jvm.isAlive())
                .until(condition);
    }

    /** Waits for the end of a run that ends by itself. */
    public int exitCode() {
        try {
            assertThat(jvm.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .as("it ends; the log says: " + said())
                    .isTrue();
            return jvm.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean isAlive() {
        return jvm.isAlive();
    }

    /** As by kill -9: no shutdown hook runs. */
    public void kill() {
        jvm.destroyForcibly();
        exitCode();
    }

    /** The servers inside: the processes that this JVM has started and keeps. */
    List<ProcessHandle> servers() {
        return jvm.toHandle().children().toList();
    }

    public ProcessHandle postgres() {
        return named(data.resolve("postgresql/cluster/postmaster.pid"));
    }

    public ProcessHandle redis() {
        return named(data.resolve("redis/redis.pid"));
    }

    public static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ProcessHandle named(Path pidFile) {
        try {
            String pid = Files.readAllLines(pidFile).getFirst().strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to stop, as Ctrl-C does. */
    public void askToStop() {
        jvm.destroy();
    }

    /** Asks it to stop, and waits. */
    @Override
    public void close() {
        askToStop();
        exitCode();
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
