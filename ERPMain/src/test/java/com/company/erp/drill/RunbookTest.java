package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No command stands in docs/operations that no drill runs. */
class RunbookTest {

    private static final Path DRILLS = Path.of("src/test/java/com/company/erp/drill");
    private static final Pattern USED = Pattern.compile("Runbook\\.block\\(\"([a-z0-9-]+)\"\\)");

    @Test
    void every_command_is_run_by_a_drill_and_every_drill_finds_its_block() throws IOException {
        var marked = new TreeSet<String>();
        for (var block : Runbook.blocks()) {
            if (block.isCommand()) assertThat(block.name()).as(block.toString()).isNotEmpty();
            if (!block.name().isEmpty())
                assertThat(marked.add(block.name())).as(block.name() + " twice").isTrue();
        }
        assertThat(used()).isEqualTo(marked).isNotEmpty();
    }

    @Test
    void every_fence_of_a_page_belongs_to_a_block_and_says_its_language() {
        for (Path page : Runbook.pages()) {
            long fences = Runbook.text(page)
                    .lines()
                    .filter(line -> line.strip().startsWith("```"))
                    .count();
            assertThat(Runbook.blocks().stream().filter(block -> page.endsWith(block.page())))
                    .as(page.toString())
                    .hasSize((int) fences / 2)
                    .allSatisfy(block -> assertThat(block.language()).isNotEmpty());
        }
    }

    private static TreeSet<String> used() throws IOException {
        var used = new TreeSet<String>();
        try (var files = Files.list(DRILLS)) {
            files.filter(file -> !file.endsWith("RunbookTest.java"))
                    .forEach(file ->
                            USED.matcher(Runbook.text(file)).results().forEach(found -> used.add(found.group(1))));
        }
        return used;
    }
}
