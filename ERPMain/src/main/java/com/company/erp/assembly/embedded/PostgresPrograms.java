package com.company.erp.assembly.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamSource;

/** PostgreSQL's programs, as they come: a tar archive packed with xz, on the class path or at a place that is named. */
public final class PostgresPrograms {

    private static final String FOLDER = "programs-";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Set<PosixFilePermission> RUNNABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    private final InputStreamSource archive;

    private PostgresPrograms(InputStreamSource archive) {
        this.archive = archive;
    }

    /** The programs that come with the application, for this machine. */
    public static PostgresPrograms bundled() {
        return new PostgresPrograms(new ClassPathResource(Machine.postgresArchive()));
    }

    /** The programs in a {@code .txz} file, or in the one such file inside a {@code .jar}. */
    public static PostgresPrograms at(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new StartRefused(
                    "There is no file " + file + ", from which PostgreSQL should be unpacked.",
                    "Name a .txz or .jar file in erp.embedded.postgres.binaries, or remove the setting.");
        }
        return new PostgresPrograms(
                file.toString().endsWith(".jar") ? () -> txzInJar(file) : new FileSystemResource(file));
    }

    static PostgresPrograms at(@Nullable String file) {
        return file == null || file.isBlank() ? bundled() : at(Path.of(file));
    }

    /**
     * Unpacks the archive unless this very archive has been unpacked before, and removes what another version left.
     *
     * @return the folder that holds bin, lib and share
     */
    Path unpackIn(DataFolder data) throws IOException {
        Path postgresql = data.subfolder("postgresql");
        Path home = postgresql.resolve(FOLDER + fingerprint());
        if (Files.isDirectory(home)) {
            return home;
        }
        try (Stream<Path> children = Files.list(postgresql)) {
            for (Path old : children.filter(PostgresPrograms::isPrograms).toList()) {
                delete(old);
            }
        }
        Path draft = Files.createDirectory(postgresql.resolve(FOLDER + "draft"));
        try (var in = new TarArchiveInputStream(
                new XZCompressorInputStream(new BufferedInputStream(archive.getInputStream(), BUFFER_BYTES)))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                unpack(entry, in, draft);
            }
        }
        openToOwner(draft, data);
        return Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
    }

    private static InputStream txzInJar(Path jar) throws IOException {
        var in = new ZipInputStream(Files.newInputStream(jar));
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            if (entry.getName().endsWith(".txz")) {
                return in;
            }
        }
        in.close();
        throw new IOException("no .txz file in " + jar);
    }

    private String fingerprint() throws IOException {
        try (var in = new DigestInputStream(archive.getInputStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path home) throws IOException {
        Path target = inside(home, home.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Path link = Path.of(entry.getLinkName());
            inside(home, target.resolveSibling(link));
            Files.createSymbolicLink(target, link);
        } else {
            Files.copy(content, target);
            Files.setPosixFilePermissions(target, (entry.getMode() & 0100) == 0 ? READABLE : RUNNABLE);
        }
    }

    private static Path inside(Path home, Path target) throws IOException {
        Path normal = target.normalize();
        if (!normal.startsWith(home)) {
            throw new IOException("the archive wants to write outside of its folder: " + target);
        }
        return normal;
    }

    private static void openToOwner(Path home, DataFolder data) throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                data.giveToOwner(each);
                if (Files.isDirectory(each)) {
                    Files.setPosixFilePermissions(each, RUNNABLE);
                }
            }
        }
    }

    static boolean isPrograms(Path folder) {
        return folder.getFileName().toString().startsWith(FOLDER);
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : all) {
            Files.delete(each);
        }
    }
}
