package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** No command stands in docs/operations that no drill runs. */
class RunbookTest {

    private static final Path DRILLS = Path.of("src/test/java/com/company/erp/drill");
    private static final Pattern USED = Pattern.compile("Runbook\\.block\\(\"([a-z0-9-]+)\"\\)");

    private static final Pattern HOLDER = Pattern.compile("`(\\w+(?:Drill|Test))`");

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

    @Test
    void what_is_said_to_hold_the_older_guide_is_there_and_every_page_of_its_subjects_is_named() throws IOException {
        String page = Runbook.text(Runbook.PAGES.resolve("older-guide.md"));
        var holders = new TreeSet<String>();
        HOLDER.matcher(page).results().forEach(found -> holders.add(found.group(1)));

        assertThat(holders).isNotEmpty().isSubsetOf(classesOfTests());
        for (Path other : Runbook.pages()) {
            String name = other.getFileName().toString();
            if (!name.equals("older-guide.md")) assertThat(page).contains("[%s](%s)".formatted(name, name));
        }
    }

    private static TreeSet<String> classesOfTests() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
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
