package com.company.erp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code erp}, as far as it goes without building or starting anything. */
class ErpScriptTest {

    private static final Path SCRIPT = Path.of("../erp").toAbsolutePath().normalize();

    /** Takes the machine's own JDKs out of sight. */
    private static final String NO_OTHER_JDK = "command() { false; }; usual_jdk_folders() { :; }; ";

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void help_names_every_command() throws Exception {
        Outcome help = erp("help");

        assertThat(help.code).isZero();
        assertThat(help.text)
                .contains("run", "test", "build", "stop", "status", "sql", "demo", "bench", "--port", "--data");
        assertThat(erp()).as("no command at all").isEqualTo(help);
    }

    @Test
    void an_unknown_command_or_option_is_refused() throws Exception {
        assertThat(erp("fly")).isEqualTo(new Outcome(1, "Unknown command 'fly'; see ./erp help\n"));
        assertThat(erp("run", "--fast")).isEqualTo(new Outcome(1, "Unknown option '--fast'; see ./erp help\n"));
        assertThat(erp("run", "--data")).isEqualTo(new Outcome(1, "--data needs a value; see ./erp help\n"));
        assertThat(erp("run", "--port", "70000"))
                .isEqualTo(new Outcome(1, "--port needs a number from 1 to 65535, not '70000'.\n"));
    }

    @Test
    void a_jdk_in_java_home_is_taken() throws Exception {
        environment.put("JAVA_HOME", jdk("25.0.3").toString());

        assertThat(jdkSearch("")).isEqualTo(new Outcome(0, folder.resolve("jdk-25.0.3") + "\n"));
    }

    @Test
    void an_old_jdk_in_java_home_gives_way_to_a_newer_one_in_the_usual_folders() throws Exception {
        environment.put("JAVA_HOME", jdk("17.0.15").toString());
        String usual = "usual_jdk_folders() { say '%s'; say '%s'; }; ".formatted(jdk("1.8.0_402"), jdk("21.0.4"));

        assertThat(jdkSearch(usual)).isEqualTo(new Outcome(0, folder.resolve("jdk-21.0.4") + "\n"));
    }

    @Test
    void a_jdk_is_found_through_the_links_on_the_path() throws Exception {
        Path link =
                Files.createSymbolicLink(folder.resolve("javac"), jdk("21.0.4").resolve("bin/javac"));
        String path = "command() { say '%s'; }; ".formatted(link);

        assertThat(jdkSearch(path)).isEqualTo(new Outcome(0, folder.resolve("jdk-21.0.4") + "\n"));
    }

    @Test
    void without_a_jdk_the_script_says_what_to_install() throws Exception {
        Outcome outcome = jdkSearch("system_name() { say debian-13; }; ");

        assertThat(outcome.code).isEqualTo(1);
        assertThat(outcome.text).isEqualTo("""
                        No JDK 21 or newer was found in JAVA_HOME, on the PATH or in the usual folders.
                        Install it with: sudo apt-get install openjdk-21-jdk-headless
                        """);
        assertThat(jdkSearch("system_name() { say macos; }; ").text).contains("brew install --cask temurin@21");
        assertThat(jdkSearch("system_name() { say plan9-4; }; ").text).contains("https://adoptium.net");
    }

    @Test
    void a_jdk_too_old_is_named_and_a_runtime_without_compiler_is_none() throws Exception {
        Path old = jdk("17.0.15");
        environment.put("JAVA_HOME", old.toString());
        assertThat(jdkSearch("").text).startsWith("JDK 17 in " + old + " is too old. No JDK 21 or newer was found");

        Path runtime = jdk("25.0.3");
        Files.delete(runtime.resolve("bin/javac"));
        environment.put("JAVA_HOME", runtime.toString());
        assertThat(jdkSearch("").text).startsWith("No JDK 21 or newer was found");
    }

    @Test
    void a_port_in_use_is_refused_before_anything_is_built() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());

            assertThat(erp("run", "--port", port, "--data", folder.toString()).text)
                    .isEqualTo("Port %s is in use by another program; choose a free one with: ./erp run --port N\n"
                            .formatted(port));
        }
    }

    @Test
    void nothing_running_is_no_error_to_stop_but_one_to_ask_after() throws Exception {
        Files.writeString(folder.resolve("erp.pid"), ProcessHandle.current().pid() + " 8081\n");
        String nothing = "Nothing runs on " + folder + ".\n";

        assertThat(erp("stop", "--data", folder.toString())).isEqualTo(new Outcome(0, nothing));
        assertThat(erp("status", "--data=" + folder)).isEqualTo(new Outcome(1, nothing));
    }

    @Test
    void what_was_not_run_is_listed_once_with_exit_code_3() throws Exception {
        Path list = Files.writeString(folder.resolve("not-run.txt"), "pages: no Chromium\npages: no Chromium\n");

        Outcome outcome = bash("source '%s'; report_not_run '%s'".formatted(SCRIPT, list));

        assertThat(outcome).isEqualTo(new Outcome(3, "Not run on this machine:\n  - pages: no Chromium\n"));
    }

    private Path jdk(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("jdk-" + version));
        Path compiler =
                Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("javac"));
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"X\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private Outcome jdkSearch(String circumstances) throws Exception {
        return bash("source '%s'; %s%s require_jdk; say \"$JAVA_HOME\"".formatted(SCRIPT, NO_OTHER_JDK, circumstances));
    }

    private Outcome erp(String... arguments) throws Exception {
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return execute(List.of(SCRIPT.toString()), List.of(arguments));
    }

    private Outcome bash(String command) throws Exception {
        return execute(List.of("bash", "-c"), List.of(command));
    }

    private Outcome execute(List<String> program, List<String> arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(program));
        builder.command().addAll(arguments);
        builder.environment().keySet().removeAll(List.of("JAVA_HOME", "SERVER_PORT", "ERP_DATA"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), text);
    }

    private record Outcome(int code, String text) {}
}
