package com.company.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(erp\\.[a-z0-9.-]+)` \\|");

    @Test
    void every_property_of_our_own_is_described_and_none_beside() throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(
                Path.of("..", "UserService", "src", "main", "resources", "application.properties"))) {
            properties.load(file);
        }
        var ours = properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("erp."))
                .collect(Collectors.toCollection(TreeSet::new));

        var described = ROW.matcher(Files.readString(Path.of("..", "docs", "configuration.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(ours);
    }
}
