package com.company.erp.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script runs what was built, also where all the usual ports are taken. */
class ScriptRunIT {

    private static final Path SCRIPT = Path.of("../erp").toAbsolutePath().normalize();
    private static final int[] USUAL_PORTS = {8081, 5432, 6379};
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    private Path around;

    private final List<ServerSocket> takers = new ArrayList<>();

    /** A port that another program has taken already serves as well. */
    @BeforeEach
    void takeUsualPorts() {
        for (int port : USUAL_PORTS) {
            try {
                takers.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
            } catch (IOException takenAlready) {
                assertThat(takenAlready).hasMessageContaining("in use");
            }
        }
    }

    @AfterEach
    void release() throws IOException {
        for (ServerSocket taker : takers) taker.close();
    }

    @Test
    void it_runs_beside_whatever_has_the_usual_ports_and_stops_when_told() throws Exception {
        Path log = around.resolve("run.log");
        String port = Integer.toString(BuiltErp.freePort());
        Process run = erp(log, "run", "--port", port);
        try {
            Awaitility.await("ready")
                    .atMost(PATIENCE)
                    .failFast("the script has ended", () -> !run.isAlive())
                    .until(() -> Files.readString(log).contains("Ready after"));
            assertThat(said("status")).contains("Runs at http://localhost:" + port, "health: UP");
            assertThat(said("stop")).isEqualTo("Stopped.\n");
            assertThat(run.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(run.exitValue()).isZero();
        } finally {
            run.destroy();
            run.waitFor();
        }
    }

    private String said(String command) throws Exception {
        Path log = around.resolve(command + ".log");
        assertThat(erp(log, command).waitFor()).isZero();
        return Files.readString(log);
    }

    private Process erp(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--data", around.resolve("data").toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_") || name.startsWith("ERP_"));
        return builder.start();
    }
}
