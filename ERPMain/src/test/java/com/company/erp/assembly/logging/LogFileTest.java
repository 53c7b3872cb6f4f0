package com.company.erp.assembly.logging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.mock.env.MockEnvironment;

class LogFileTest {

    private final List<String> said = new ArrayList<>();

    @SuppressWarnings("serial")
    private final Log log = new NoOpLog() {
        @Override
        public void warn(Object message) {
            said.add(message.toString());
        }
    };

    @TempDir
    private Path folder;

    private String chosen(String name) {
        var environment = new MockEnvironment().withProperty(LogFile.NAME, name).withProperty("server.port", "8082");
        new LogFile(destination -> log).postProcessEnvironment(environment, new SpringApplication());
        return environment.getProperty(LogFile.NAME);
    }

    @Test
    void an_instance_writes_the_file_that_is_named() {
        String name = folder.resolve("logs/erp.log").toString();

        assertThat(chosen(name)).isEqualTo(name);
        assertThat(chosen(name)).as("in the same JVM once more").isEqualTo(name);
        assertThat(said).isEmpty();
    }

    @Test
    void no_name_means_no_file() {
        assertThat(chosen("")).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void the_second_instance_in_a_folder_writes_a_file_named_after_its_port() throws Exception {
        Path file = folder.resolve("erp.log");
        Process first = holder(folder.resolve("erp.log.lock"));
        try {
            assertThat(chosen(file.toString()))
                    .isEqualTo(folder.resolve("erp-8082.log").toString());
            assertThat(said)
                    .containsExactly("Another instance writes " + file + "; this one writes "
                            + folder.resolve("erp-8082.log") + ".");
        } finally {
            first.getOutputStream().close();
            assertThat(first.waitFor(1, TimeUnit.MINUTES)).isTrue();
        }
    }

    /** Another process that has the lock until its input ends; a lock within this JVM would be ours. */
    private static Process holder(Path lock) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).isEqualTo('!');
        return process;
    }

    static final class Holder {
        public static void main(String[] arguments) throws IOException {
            try (var channel = FileChannel.open(
                            Path.of(arguments[0]), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                System.out.print(lock.isValid() ? '!' : '?');
                System.out.flush();
                System.in.read();
            }
        }
    }

    @Test
    void where_no_file_can_be_written_the_console_has_to_do() throws IOException {
        Path taken = Files.writeString(folder.resolve("logs"), "a file where the folder should be");

        assertThat(chosen(taken.resolve("erp.log").toString())).isEmpty();
        assertThat(said).hasSize(1).first().asString().contains("cannot be written", "LOGGING_FILE_NAME");
    }
}
