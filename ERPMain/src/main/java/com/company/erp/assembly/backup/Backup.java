package com.company.erp.assembly.backup;

import com.company.erp.assembly.embedded.ConfiguredDatabase;
import com.company.erp.assembly.embedded.DataFolder;
import com.company.erp.assembly.embedded.EmbeddedPostgres;
import com.company.erp.assembly.embedded.PostgresPrograms;
import com.company.erp.assembly.embedded.RunningDatabase;
import com.company.erp.assembly.embedded.StartRefused;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command {@code backup}: writes the data folder into one archive, while the ERP works on it or while it rests.
 *
 * <p>The database is copied first and everything else after it, so that no record of the copy names a file that it
 * lacks; but the heads of the ledger's series, which must not be ahead of the database, are copied before.
 */
public final class Backup {

    /** The folders of an archive, as they are in a data folder. */
    static final String CLUSTER = "postgresql/cluster/";

    private static final String USAGE = "Usage: backup [FOLDER | FILE.tar.gz | -] [--keep-days N]";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String LEDGER_HEADS = "ledger-heads";

    /** Files that are just being received: no row names them yet, and they may vanish while they are copied. */
    private static final String UPLOADS = "files/incoming/";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** What a start makes anew. Who was signed in by a browser signs in again: sessions are no record. */
    private static final Set<String> NOT_KEPT = Set.of(
            "postgresql", "redis", "log", "lock", "connection.properties", "erp.pid", "heap.hprof", LEDGER_HEADS);

    private final Path data;
    private final Clock clock;
    private final PrintStream says;

    Backup(Path data, Clock clock, PrintStream says) {
        this.data = data;
        this.clock = clock;
        this.says = says;
    }

    /** Runs the command with the rest of its command line and gives the exit code: 1 after an error, else 0. */
    @SuppressWarnings("SystemOut")
    public static int run(List<String> arguments) {
        return new Backup(ConfiguredDatabase.dataFolder(System.getenv()), Clock.systemUTC(), System.err)
                .run(Request.of(arguments));
    }

    /**
     * Whether an archive is what was written: one of this command says so itself, one of the script for a database
     * elsewhere by the sum that stands beside it.
     */
    public static boolean isWhole(Path file) throws IOException {
        Path sum = file.resolveSibling(file.getFileName() + ".sha256");
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.exists(sum)) return Files.readString(sum).startsWith(Sha256.of(in) + " ");
            ArchiveReader.verify(in);
            return true;
        } catch (BackupFailed e) {
            return false;
        }
    }

    private record Request(String target, Duration kept) {

        static Optional<Request> of(List<String> arguments) {
            int option = arguments.indexOf("--keep-days");
            if (option < 0)
                return arguments.size() > 1 ? Optional.empty() : Optional.of(new Request(target(arguments), KEPT));
            boolean sound = arguments.size() - option == 2
                    && option <= 1
                    && arguments.getLast().matches("[1-9]\\d{0,4}");
            if (!sound) return Optional.empty();
            return Optional.of(new Request(
                    target(arguments.subList(0, option)), Duration.ofDays(Integer.parseInt(arguments.getLast()))));
        }

        private static String target(List<String> words) {
            return words.isEmpty() ? "" : words.getFirst();
        }
    }

    private int run(Optional<Request> request) {
        if (request.isEmpty()) {
            says.println(USAGE);
            return 1;
        }
        try {
            String target = request.get().target;
            if (target.equals("-")) {
                withDatabase(this::toStandardOutput);
            } else {
                withDatabase(database -> toFile(target, request.get().kept, database));
            }
            return 0;
        } catch (BackupFailed | StartRefused e) {
            says.println("No backup was made. " + e.getMessage());
            return 1;
        } catch (IOException | UncheckedIOException | SQLException e) {
            says.println("No backup was made: " + e.getMessage());
            return 1;
        }
    }

    private void toStandardOutput(RunningDatabase database) throws IOException, SQLException {
        try (var out = new FileOutputStream(FileDescriptor.out)) {
            note(database, write(out, database));
        }
    }

    private void toFile(String target, Duration kept, RunningDatabase database) throws IOException, SQLException {
        Instant now = clock.instant();
        Path file = target.endsWith(".tar.gz")
                ? Path.of(target).toAbsolutePath()
                : folder(target).resolve("erp-" + STAMP.format(now) + ".tar.gz");
        if (Files.exists(file)) throw new BackupFailed("There is a file " + file + " already.");
        makeFolder(Objects.requireNonNull(file.getParent(), "an archive has a name in a folder"));
        Path draft = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        long bytes;
        try {
            try (OutputStream out = Files.newOutputStream(draft)) {
                bytes = write(out, database);
            }
            try (InputStream in = Files.newInputStream(draft)) {
                ArchiveReader.verify(in);
            }
            try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                written.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
        note(database, bytes);
        says.println("Backed up to " + file + " (" + Files.size(file) / (1024 * 1024)
                + " MB). It holds secrets: keep it safe.");
        if (!target.endsWith(".tar.gz")) forget(file, now.minus(kept));
    }

    private Path folder(String target) {
        return target.isEmpty()
                ? data.resolveSibling("backups")
                : Path.of(target).toAbsolutePath();
    }

    private static void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) return;
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /** Removes what is older than the limit, now that a newer one has been written and read back. */
    private void forget(Path newest, Instant limit) throws IOException {
        try (Stream<Path> all = Files.list(newest.getParent())) {
            for (Path file : all.filter(each -> each.getFileName().toString().matches("erp-\\d{8}-\\d{6}\\.tar\\.gz"))
                    .toList()) {
                if (!file.equals(newest)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.delete(file);
                    says.println("Removed " + file + ", which was older.");
                }
            }
        }
    }

    private interface Work {
        void on(RunningDatabase database) throws IOException, SQLException;
    }

    /** Works on the database that runs, or else on one that is started for it. */
    private void withDatabase(Work work) throws IOException, SQLException {
        if (!Files.isDirectory(data.resolve(CLUSTER))) {
            throw new BackupFailed("There is no database in the data folder " + data + ".");
        }
        Optional<RunningDatabase> running = RunningDatabase.in(data).filter(RunningDatabase::answers);
        if (running.isPresent()) {
            work.on(running.get());
            return;
        }
        try (var taken = DataFolder.open(data);
                var postgres = EmbeddedPostgres.start(taken, PostgresPrograms.bundled())) {
            work.on(postgres.connection());
        }
    }

    /** For the meter that tells how old the newest backup is. */
    private static void note(RunningDatabase database, long bytes) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var statement = connection.prepareStatement("INSERT INTO backups (size_bytes) VALUES (?)")) {
            statement.setLong(1, bytes);
            statement.executeUpdate();
        }
    }

    /** @return how many bytes there are in the archive, unpacked */
    private long write(OutputStream out, RunningDatabase database) throws IOException, SQLException {
        try (var archive = new ArchiveWriter(out)) {
            archive.addText(
                    Contents.FILE, Contents.of(database, clock.instant()).text());
            addAll(archive, data.resolve(LEDGER_HEADS));
            archive.addFolder(CLUSTER);
            new HotCopy(data.resolve(CLUSTER), CLUSTER, archive).run(database);
            try (Stream<Path> children = Files.list(data)) {
                for (Path child : children.sorted().toList()) {
                    String name = child.getFileName().toString();
                    if (!NOT_KEPT.contains(name) && !name.endsWith(".new")) addAll(archive, child);
                }
            }
            return archive.finish();
        }
    }

    private void addAll(ArchiveWriter archive, Path fileOrFolder) throws IOException {
        if (!Files.exists(fileOrFolder)) return;
        try (Stream<Path> all = Files.walk(fileOrFolder)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                String name = data.relativize(each).toString();
                if (name.startsWith(UPLOADS)) continue;
                if (Files.isDirectory(each)) archive.addFolder(name);
                else archive.addFile(name, each);
            }
        }
    }
}
