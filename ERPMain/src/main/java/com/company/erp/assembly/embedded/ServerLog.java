package com.company.erp.assembly.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** What one run of a server prints; the run before it is kept beside it with the ending {@code .1}. */
record ServerLog(Path file) {

    static ServerLog fresh(DataFolder folder, String name) throws IOException {
        Path file = folder.subfolder("log").resolve(name);
        try {
            Files.move(file, file.resolveSibling(name + ".1"), StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException firstRun) {
            // nothing to keep
        }
        folder.write(file, "");
        return new ServerLog(file);
    }

    boolean tells(String words) {
        return lines().stream().anyMatch(line -> line.contains(words));
    }

    /** The first line that names a failure, without its time and process number; else the last line. */
    String reason() {
        List<String> lines = lines();
        return lines.stream()
                .filter(line -> line.matches(".*\\b(FATAL|PANIC|fatal|error|Fatal|Can't).*"))
                .findFirst()
                .or(() -> lines.stream().filter(line -> !line.isBlank()).reduce((first, last) -> last))
                .map(line ->
                        line.replaceFirst("^.*?(?:FATAL|PANIC|error|#): *", "").strip())
                .orElse("it ended without a word");
    }

    private List<String> lines() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
