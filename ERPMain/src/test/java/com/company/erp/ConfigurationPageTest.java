package com.company.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every setting of our own has a default, a line on its page, and a type that is checked at the start. */
class ConfigurationPageTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(erp\\.[a-z0-9.-]+)` \\|");
    private static final int FOLDERS_DEEP = 20;
    private static final String BY_NAME = "\"${erp.";

    private static Set<String> settings() throws IOException {
        var properties = new Properties();
        try (var file =
                Files.newBufferedReader(ROOT.resolve("UserService/src/main/resources/application.properties"))) {
            properties.load(file);
        }
        return properties.stringPropertyNames().stream()
                .filter(name -> name.startsWith("erp."))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_setting_of_our_own_is_described_and_none_beside() throws IOException {
        var described = ROW.matcher(Files.readString(ROOT.resolve("docs/configuration.md")))
                .results()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(described).isEqualTo(settings());
    }

    @Test
    void every_setting_of_our_own_has_a_type() throws Exception {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Set<String> typed = new TreeSet<>();
        for (var found : scanner.findCandidateComponents("com.company.erp")) {
            Class<?> type = Class.forName(found.getBeanClassName());
            collect(type.getAnnotation(ConfigurationProperties.class).value(), type, typed);
        }

        assertThat(typed).isEqualTo(settings());
    }

    private static void collect(String prefix, Class<?> type, Set<String> names) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + "." + DataObjectPropertyName.toDashedForm(component.getName());
            if (component.getType().isRecord()) collect(name, component.getType(), names);
            else names.add(name);
        }
    }

    @Test
    void no_setting_of_our_own_is_read_by_its_name() throws IOException {
        try (var files = Files.walk(ROOT, FOLDERS_DEEP)) {
            assertThat(files.filter(file -> file.toString().matches(".*/src/main/java/.*\\.java")))
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(BY_NAME));
        }
    }
}
