package com.company.erp.jar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * The built jar, unpacked beside an archive of its loaded classes, as {@code ./erp run} starts it: half the work of a
 * start, and there are many. The first that asks makes both, for all runs of tests.
 */
final class QuickStart {

    private static final Path JAR = Path.of("target", "ERPMain-1.0.0.jar").toAbsolutePath();
    private static final Path UNPACKED = Path.of("target", "unpacked-for-tests").toAbsolutePath();
    private static final Path ARCHIVE = UNPACKED.resolve("classes.jsa");
    private static final Path PROGRAM = UNPACKED.resolve(JAR.getFileName());

    private QuickStart() {}

    /** What stands between Java's own options and the words of a command. */
    static synchronized List<String> options() {
        try (var lock = FileChannel.open(
                UNPACKED.resolveSibling("unpacked-for-tests.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE)) {
            lock.lock();
            if (!isFresh()) prepare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.of("-Xlog:cds=off", "-XX:SharedArchiveFile=" + ARCHIVE, "-jar", PROGRAM.toString());
    }

    private static boolean isFresh() throws IOException {
        return Files.exists(ARCHIVE)
                && Files.getLastModifiedTime(ARCHIVE).compareTo(Files.getLastModifiedTime(JAR)) > 0;
    }

    private static void prepare() throws IOException {
        FileSystemUtils.deleteRecursively(UNPACKED);
        run(List.of("-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", UNPACKED.toString()));
        Path data = Files.createTempDirectory("erp-quick-start");
        try (BuiltErp erp =
                BuiltErp.launch(List.of("-XX:ArchiveClassesAtExit=" + ARCHIVE, "-jar", PROGRAM.toString()), data)) {
            erp.awaitReady();
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void run(List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(BuiltErp.java()));
        command.addAll(options);
        try {
            int code = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (code != 0) throw new IOException("The jar cannot be unpacked: exit code " + code);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
