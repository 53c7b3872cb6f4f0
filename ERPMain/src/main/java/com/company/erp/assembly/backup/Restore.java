package com.company.erp.assembly.backup;

import com.company.erp.assembly.embedded.ConfiguredDatabase;
import com.company.erp.assembly.embedded.DataFolder;
import com.company.erp.assembly.embedded.RunningDatabase;
import com.company.erp.assembly.embedded.SecondHouse;
import com.company.erp.assembly.embedded.StartRefused;
import com.company.erp.assembly.proof.Proof;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The command {@code restore}: puts a backup back into a data folder that is empty. It works in a folder beside it: the
 * archive is held against its list, the ERP starts on it once, and the books of every company are checked; only then
 * does the folder take its name, so that nobody can start on half a restore.
 */
public final class Restore {

    private static final String USAGE = "Usage: restore FILE.tar.gz | -";

    private final Class<?> house;
    private final Path data;
    private final PrintStream says;

    Restore(Class<?> house, Path data, PrintStream says) {
        this.house = house;
        this.data = data;
        this.says = says;
    }

    /** Runs the command with the rest of its command line and gives the exit code: 1 after an error, else 0. */
    @SuppressWarnings("SystemOut")
    public static int run(Class<?> house, List<String> arguments) {
        return new Restore(house, ConfiguredDatabase.dataFolder(System.getenv()), System.err).run(arguments);
    }

    private int run(List<String> arguments) {
        if (arguments.size() != 1) {
            says.println(USAGE);
            return 1;
        }
        try (InputStream archive =
                arguments.getFirst().equals("-") ? System.in : Files.newInputStream(Path.of(arguments.getFirst()))) {
            restore(archive);
            return 0;
        } catch (BackupFailed | StartRefused e) {
            says.println("Nothing was restored. " + e.getMessage());
            return 1;
        } catch (IOException | UncheckedIOException | SQLException e) {
            says.println("Nothing was restored: " + e);
            return 1;
        }
    }

    private void restore(InputStream archive) throws IOException, SQLException {
        requireEmpty();
        Path draft = data.resolveSibling(data.getFileName() + ".restoring");
        if (Files.exists(draft)) {
            throw new BackupFailed("An earlier restore left the folder " + draft + "; look at it and remove it.");
        }
        try {
            try (DataFolder folder = DataFolder.open(draft)) {
                ArchiveReader.unpack(archive, draft);
                folder.takeOver();
            }
            List<String> faults = check(draft);
            if (!faults.isEmpty())
                throw new BackupFailed("What is in it is not sound: " + String.join("; ", faults) + ".");
            Files.delete(draft.resolve(Contents.FILE));
        } catch (RuntimeException | IOException | SQLException e) {
            FileSystemUtils.deleteRecursively(draft);
            throw e;
        }
        Files.deleteIfExists(data);
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
        says.println("Restored to " + data + ", and checked. Start the ERP.");
    }

    private void requireEmpty() throws IOException {
        if (!Files.exists(data)) return;
        try (Stream<Path> children = Files.list(data)) {
            if (children.findAny().isPresent()) {
                throw new BackupFailed(
                        "The data folder " + data + " is not empty. Name another with --data, or move this one away.");
            }
        }
    }

    private List<String> check(Path draft) throws IOException, SQLException {
        Contents contents = Contents.read(draft);
        says.println("The backup of " + contents.begunAt() + " is whole. Starting the ERP on it to check the books …");
        try (ConfigurableApplicationContext context =
                new SpringApplication(house).run(SecondHouse.settings(draft).toArray(String[]::new))) {
            List<String> faults =
                    new ArrayList<>(contents.missingIn(RunningDatabase.in(draft).orElseThrow()));
            faults.addAll(context.getBean(Proof.class).faults());
            return faults;
        }
    }
}
