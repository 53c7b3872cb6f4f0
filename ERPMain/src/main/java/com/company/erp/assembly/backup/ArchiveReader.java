package com.company.erp.assembly.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a backup from end to end and holds every file against the list that closes it. */
final class ArchiveReader {

    private static final int BUFFER_BYTES = 1 << 16;

    private ArchiveReader() {}

    /**
     * Reads everything, to nowhere.
     *
     * @throws BackupFailed when the archive is damaged or cut short
     */
    static void verify(InputStream in) {
        read(in, null);
    }

    /**
     * Unpacks everything into the folder.
     *
     * @throws BackupFailed when the archive is damaged or cut short; what was unpacked till then stays
     */
    static void unpack(InputStream in, Path folder) {
        read(in, folder);
    }

    private static void read(InputStream in, @Nullable Path folder) {
        Map<String, String> found = new HashMap<>();
        String list = null;
        try (var tar = new TarArchiveInputStream(
                new GZIPInputStream(new BufferedInputStream(in, BUFFER_BYTES), BUFFER_BYTES))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().equals(ArchiveWriter.LIST)) {
                    list = new String(tar.readAllBytes(), StandardCharsets.UTF_8);
                } else if (entry.isDirectory()) {
                    if (folder != null) Files.createDirectories(inside(folder, entry.getName()));
                } else {
                    found.put(entry.getName(), copy(tar, entry.getName(), folder));
                }
            }
        } catch (IOException e) {
            throw new BackupFailed("The backup cannot be read: " + e.getMessage() + ".", e);
        }
        compare(list, found);
    }

    private static void compare(@Nullable String list, Map<String, String> found) {
        if (list == null) throw new BackupFailed("The backup was cut short: its list of files is missing.");
        for (String line : list.lines().toList()) {
            String name = line.substring(line.indexOf("  ") + 2);
            if (!line.equals(found.remove(name) + "  " + name)) {
                throw new BackupFailed("The backup is damaged: " + name + " is not what was backed up.");
            }
        }
        if (!found.isEmpty()) {
            throw new BackupFailed(
                    "The backup is damaged: " + found.keySet().iterator().next() + " is not in its list.");
        }
    }

    private static String copy(InputStream in, String name, @Nullable Path folder) throws IOException {
        var content = new DigestInputStream(in, Sha256.fresh());
        if (folder == null) {
            content.transferTo(OutputStream.nullOutputStream());
        } else {
            Path file = inside(folder, name);
            Files.createDirectories(file.getParent());
            Files.copy(content, file);
        }
        return HexFormat.of().formatHex(content.getMessageDigest().digest());
    }

    private static Path inside(Path folder, String name) throws IOException {
        Path file = folder.resolve(name).normalize();
        if (!file.startsWith(folder)) throw new IOException("the file " + name + " would lie outside of the folder");
        return file;
    }
}
