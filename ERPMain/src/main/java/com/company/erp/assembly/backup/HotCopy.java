package com.company.erp.assembly.backup;

import com.company.erp.assembly.embedded.RunningDatabase;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Copies the files of a running cluster so that they can be recovered to the end of the copy, by PostgreSQL's low-level
 * procedure (its manual, "Making a Base Backup Using the Low Level API"): a slot keeps the log, the files are copied
 * between pg_backup_start and pg_backup_stop, and the log that was written meanwhile comes last.
 */
final class HotCopy {

    /** The folders that the manual wants empty. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Pattern LEFT_OUT = Pattern.compile(
            "postmaster\\.(pid|opts)|.*/pgsql_tmp.*|pg_internal\\.init|.*/pg_internal\\.init|backup_label.*");

    private static final Pattern LOG_SEGMENT = Pattern.compile("[0-9A-F]{24}");
    private static final String LOG = "pg_wal";

    private final Path cluster;
    private final String prefix;
    private final ArchiveWriter archive;

    /** @param prefix the folder of the archive that holds the cluster */
    HotCopy(Path cluster, String prefix, ArchiveWriter archive) {
        this.cluster = cluster;
        this.prefix = prefix;
        this.archive = archive;
    }

    private record Stopped(String lastSegment, String label) {}

    void run(RunningDatabase database) throws IOException, SQLException {
        try (Connection connection =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            ask(connection, "SELECT slot_name FROM pg_create_physical_replication_slot('erp_backup', true, true)");
            String firstSegment = ask(connection, "SELECT pg_walfile_name(pg_backup_start('erp backup', true))");
            copyFiles();
            Stopped stopped = stop(connection);
            archive.addText(prefix + "backup_label", stopped.label);
            copyLog(firstSegment, stopped.lastSegment);
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static Stopped stop(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT pg_walfile_name(lsn), labelfile FROM pg_backup_stop(false)");
                ResultSet answer = statement.executeQuery()) {
            answer.next();
            return new Stopped(answer.getString(1), answer.getString(2));
        }
    }

    private void copyFiles() throws IOException {
        Files.walkFileTree(cluster, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                String name = cluster.relativize(folder).toString();
                if (!name.isEmpty()) archive.addFolder(prefix + name);
                return EMPTIED.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                String name = cluster.relativize(file).toString();
                if (!LEFT_OUT.matcher(name).matches()) archive.addFile(prefix + name, file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw e;
            }
        });
    }

    private void copyLog(String first, String last) throws IOException {
        List<Path> segments;
        try (Stream<Path> all = Files.list(cluster.resolve(LOG))) {
            segments = all.filter(file -> isBetween(file.getFileName().toString(), first, last))
                    .sorted()
                    .toList();
        }
        for (Path segment : segments) archive.addFile(prefix + LOG + "/" + segment.getFileName(), segment);
    }

    private static boolean isBetween(String name, String first, String last) {
        return LOG_SEGMENT.matcher(name).matches() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }
}
