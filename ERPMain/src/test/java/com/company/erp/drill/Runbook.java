package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The commands of docs/operations. A drill runs them as they are written there, so that the pages cannot rot. */
final class Runbook {

    static final Path PAGES = Path.of("../docs/operations");

    private static final Pattern BLOCK =
            Pattern.compile("(?ms)^(?:<!-- drill: ([a-z0-9-]+) -->\\n)?```(\\w*)\\n(.*?)^```$");
    private static final Set<String> COMMANDS = Set.of("sh", "sql");

    private Runbook() {}

    /** The block below the line {@code <!-- drill: name -->}. */
    static Block block(String name) {
        List<Block> found =
                blocks().stream().filter(block -> block.name.equals(name)).toList();
        assertThat(found).as("blocks of docs/operations named " + name).hasSize(1);
        return found.getFirst();
    }

    static List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        for (Path page : pages()) {
            BLOCK.matcher(text(page)).results().forEach(found -> {
                String name = found.group(1) == null ? "" : found.group(1);
                blocks.add(new Block(page.getFileName().toString(), name, found.group(2), found.group(3), ""));
            });
        }
        return blocks;
    }

    static List<Path> pages() {
        try (var files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param functions of the shell that stand in for programs which this machine lacks */
    record Block(String page, String name, String language, String text, String functions) {

        boolean isCommand() {
            return COMMANDS.contains(language);
        }

        /** The same block for this machine: a port, a folder or a password that stands in for what is written. */
        Block with(String written, String here) {
            assertThat(text).as("%s, %s", page, name).contains(written);
            return new Block(page, name, language, text.replace(written, here), functions);
        }

        /** The same block where a program that this machine lacks is a function of the shell. */
        Block standIn(String program, String function) {
            return new Block(page, name, language, text, functions + program + "() {\n" + function + "\n}\n");
        }

        /** Runs it in the folder of the project, to its end. */
        Programs.Outcome run() {
            return run(Map.of());
        }

        Programs.Outcome run(Map<String, String> environment) {
            return Programs.run(environment, "bash", "-euo", "pipefail", "-c", functions + text);
        }

        /** The same as another user, where the drill runs as root. */
        Programs.Outcome runAs(String user, Map<String, String> environment) {
            return Programs.run(environment, Programs.as(user, "bash", "-euo", "pipefail", "-c", functions + text));
        }

        /** Runs it beside the drill, until that closes it: one command, which takes the place of the shell. */
        Programs.Running start(Map<String, String> environment) {
            String command = functions.isEmpty() ? "exec " + text.strip() : functions + text;
            return Programs.start(name, environment, "bash", "-euo", "pipefail", "-c", command);
        }
    }
}
