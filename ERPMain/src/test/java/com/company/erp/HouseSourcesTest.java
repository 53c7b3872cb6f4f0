package com.company.erp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.Label;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;

/** Rules of the house that the sources themselves show: sizes, the floors in poms and in SQL. */
class HouseSourcesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int FILE_LINES_MAX = 300;
    private static final int METHOD_LINES_MAX = 70;
    private static final int LINE_LENGTH_MAX = 120;

    /** Which departments each may stand on. */
    private static final Map<String, List<String>> FLOORS = Map.of(
            "Kernel", List.of(),
            "Platform", List.of("Kernel"),
            "MasterData", List.of("Kernel", "Platform"),
            "UserService", List.of("Kernel", "Platform", "MasterData"),
            "FinanceService", List.of("Kernel", "Platform", "MasterData"),
            "DocumentService", List.of("Kernel", "Platform", "MasterData", "FinanceService"),
            "WebUI", List.of("Kernel", "Platform", "MasterData", "UserService", "FinanceService", "DocumentService"),
            "ERPMain",
                    List.of(
                            "Kernel",
                            "Platform",
                            "MasterData",
                            "UserService",
                            "FinanceService",
                            "DocumentService",
                            "WebUI"));

    @Test
    void no_file_is_longer_than_300_lines_and_no_comment_wider_than_120_characters() {
        var tooLong = new ArrayList<String>();
        for (String module : FLOORS.keySet()) {
            for (Path file : javaFiles(module)) {
                List<String> lines = lines(file);
                if (lines.size() > FILE_LINES_MAX) tooLong.add(file.getFileName() + ": " + lines.size() + " lines");
                for (int i = 0; i < lines.size(); i++) {
                    // Code is the formatter's affair, which counts text blocks otherwise.
                    boolean isComment = lines.get(i).strip().matches("(\\*|//|/\\*).*");
                    if (isComment && lines.get(i).length() > LINE_LENGTH_MAX) {
                        tooLong.add(file.getFileName() + ":" + (i + 1));
                    }
                }
            }
        }
        assertThat(tooLong).isEmpty();
    }

    @Test
    void no_method_is_longer_than_70_lines() {
        var tooLong = new ArrayList<String>();
        for (String module : FLOORS.keySet()) {
            for (Path file : files(ROOT.resolve(module).resolve("target/classes"), ".class")) {
                measure(file, (method, size) -> {
                    if (size > METHOD_LINES_MAX) tooLong.add(file.getFileName() + " " + method + ": " + size);
                });
            }
        }
        assertThat(tooLong).isEmpty();
    }

    private interface Measured {
        void take(String method, int lines);
    }

    private static void measure(Path file, Measured measured) {
        try (InputStream code = Files.newInputStream(file)) {
            new ClassReader(code)
                    .accept(
                            new ClassVisitor(Opcodes.ASM9) {
                                @Override
                                public MethodVisitor visitMethod(
                                        int access, String name, String type, String signature, String[] exceptions) {
                                    // A class's initializer is its fields, one after the other.
                                    return name.startsWith("<") ? null : new Lines(name, measured);
                                }
                            },
                            ClassReader.SKIP_FRAMES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Lines extends MethodVisitor {
        private final String name;
        private final Measured measured;
        private int first = Integer.MAX_VALUE;
        private int last;

        private Lines(String name, Measured measured) {
            super(Opcodes.ASM9);
            this.name = name;
            this.measured = measured;
        }

        @Override
        public void visitLineNumber(int line, Label start) {
            first = Math.min(first, line);
            last = Math.max(last, line);
        }

        @Override
        public void visitEnd() {
            if (last > 0) measured.take(name, last - first + 1);
        }
    }

    @Test
    void a_pom_lists_only_departments_on_lower_floors() {
        FLOORS.forEach((module, below) -> {
            var listed = Pattern.compile("<groupId>com\\.company\\.erp</groupId>\\s*<artifactId>(\\w+)</artifactId>")
                    .matcher(String.join("\n", lines(ROOT.resolve(module).resolve("pom.xml"))))
                    .results()
                    .map(match -> match.group(1))
                    .filter(artifact -> !artifact.equals("erp"))
                    .toList();
            assertThat(below).as(module).containsAll(listed);
        });
        assertThat(String.join("\n", lines(ROOT.resolve("pom.xml")))).contains(FLOORS.keySet());
    }

    @Test
    void a_query_joins_tables_of_its_own_floor_and_of_floors_below() {
        Map<String, String> owners = tableOwners();
        assertThat(owners).containsKeys("audit_log", "companies", "users");
        var query = Pattern.compile("\\b(?:FROM|JOIN|INTO|UPDATE)\\s+([a-z][a-z_0-9]+)");
        var upwards = new ArrayList<String>();
        FLOORS.forEach((module, below) -> {
            for (Path file : Stream.of(javaFiles(module), files(migrations(module), ".sql"))
                    .flatMap(List::stream)
                    .toList()) {
                query.matcher(String.join("\n", lines(file))).results().forEach(match -> {
                    String owner = owners.get(match.group(1));
                    if (owner != null && !owner.equals(module) && !below.contains(owner)) {
                        upwards.add(module + "/" + file.getFileName() + " asks " + match.group(1) + " of " + owner);
                    }
                });
            }
        });
        assertThat(upwards).isEmpty();
    }

    private static Map<String, String> tableOwners() {
        var owners = new TreeMap<String, String>();
        var creation = Pattern.compile("CREATE TABLE (?:IF NOT EXISTS )?([a-z_0-9]+)");
        for (String module : FLOORS.keySet()) {
            for (Path file : files(migrations(module), ".sql")) {
                creation.matcher(String.join("\n", lines(file)))
                        .results()
                        .forEach(match -> owners.put(match.group(1), module));
            }
        }
        return owners;
    }

    @Test
    void migrations_lie_with_their_department_and_are_named_by_time() {
        for (String module : FLOORS.keySet()) {
            for (Path file : files(migrations(module), ".sql")) {
                assertThat(file.getParent().getFileName()).hasToString(module.toLowerCase(java.util.Locale.ROOT));
                assertThat(file.getFileName().toString())
                        .matches("V\\d{8}_\\d{4}__[a-z0-9_]+\\.sql|afterMigrate\\.sql");
            }
        }
    }

    @Test
    void there_is_one_configuration() {
        var found = FLOORS.keySet().stream()
                .flatMap(module -> files(ROOT.resolve(module).resolve("src/main/resources"), ".properties").stream())
                .filter(file -> file.getFileName().toString().startsWith("application"))
                .toList();
        assertThat(found).containsExactly(ROOT.resolve("UserService/src/main/resources/application.properties"));
    }

    private static Path migrations(String module) {
        return ROOT.resolve(module).resolve("src/main/resources/db/migration");
    }

    private static List<Path> javaFiles(String module) {
        return files(ROOT.resolve(module).resolve("src/main/java"), ".java");
    }

    private static List<Path> files(Path folder, String suffix) {
        if (!Files.isDirectory(folder)) return List.of();
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
