package com.company.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Runs the tour of the README as its reader would, and expects what it promises. */
class ReadmeTourTest extends HttpTest {

    private static final Pattern BLOCK = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PROMISE = Pattern.compile("ends the tour:\n\n```\n(.*?)```", Pattern.DOTALL);

    @Test
    void the_tour_of_the_readme_answers_what_the_readme_says() throws IOException, InterruptedException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String script =
                BLOCK.matcher(readme).results().map(block -> block.group(1)).collect(Collectors.joining("\n"));
        var promise = PROMISE.matcher(readme);
        assertThat(promise.find()).isTrue();

        String said = bash("set -euo pipefail\n" + script);

        assertThat(said).contains("INV-2026-00001");
        for (String line : promise.group(1).strip().split("\n")) {
            assertThat(said).contains(line);
        }
    }

    private String bash(String script) throws IOException, InterruptedException {
        NotRunHere.unless(
                Files.isExecutable(Path.of("/usr/bin/curl")), "the tour of the README: there is no curl here");
        var bash = new ProcessBuilder("bash", "-c", script).redirectErrorStream(true);
        bash.environment().put("ERP", address());
        bash.environment().put("PASSWORD", PASSWORD);
        Process process = bash.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
