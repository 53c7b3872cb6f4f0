package com.company.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What docs/security.md claims is claimed with a test, and that test is there. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("..", "docs", "security.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT|Drill))`");
    private static final Pattern TEST = Pattern.compile("(\\w+(?:Test|IT|Drill))\\.java");

    @Test
    void every_requirement_names_tests_that_exist() throws IOException {
        Set<String> there = tests();
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| ---") && !line.endsWith("| Test |"))
                .toList();
        assertThat(rows).hasSizeGreaterThan(50).allSatisfy(row -> {
            String last = row.substring(row.lastIndexOf('|', row.length() - 3));
            Set<String> named =
                    NAMED.matcher(last).results().map(found -> found.group(1)).collect(Collectors.toSet());
            assertThat(named).as(row).isNotEmpty();
            assertThat(there).as(row).containsAll(named);
        });
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.find(Path.of(".."), 12, (file, about) -> about.isRegularFile())) {
            return files.filter(file -> file.toString().contains("src/test/java"))
                    .map(file -> TEST.matcher(file.getFileName().toString()))
                    .filter(name -> name.matches())
                    .map(name -> name.group(1))
                    .collect(Collectors.toSet());
        }
    }
}
