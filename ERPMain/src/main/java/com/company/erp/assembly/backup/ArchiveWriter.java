package com.company.erp.assembly.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * Writes a backup: a tar packed with gzip, whose last entry lists the SHA-256 of every other. An archive without that
 * list was cut short, and one whose files differ from it was damaged.
 */
final class ArchiveWriter implements AutoCloseable {

    static final String LIST = "manifest.sha256";

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int FILE_MODE = 0100600;
    private static final int FOLDER_MODE = 040700;

    private final TarArchiveOutputStream tar;
    private final StringBuilder list = new StringBuilder();
    private final byte[] buffer = new byte[BUFFER_BYTES];

    ArchiveWriter(OutputStream out) throws IOException {
        tar = new TarArchiveOutputStream(
                new GZIPOutputStream(new BufferedOutputStream(out, BUFFER_BYTES), BUFFER_BYTES));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    }

    void addFolder(String name) throws IOException {
        var entry = new TarArchiveEntry(name + "/");
        entry.setMode(FOLDER_MODE);
        tar.putArchiveEntry(entry);
        tar.closeArchiveEntry();
    }

    void addText(String name, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        begin(name, bytes.length);
        tar.write(bytes);
        tar.closeArchiveEntry();
        note(name, Sha256.fresh().digest(bytes));
    }

    /**
     * Adds the file with the size that it has now. What a running server appends meanwhile is left out and what it cuts
     * off is made zeros: its log, which is in the archive too, restores both. A file that has gone is passed over.
     */
    void addFile(String name, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            begin(name, size);
            MessageDigest digest = Sha256.fresh();
            for (long left = size; left > 0; ) {
                int wanted = (int) Math.min(left, buffer.length);
                int read = in.readNBytes(buffer, 0, wanted);
                Arrays.fill(buffer, read, wanted, (byte) 0);
                tar.write(buffer, 0, wanted);
                digest.update(buffer, 0, wanted);
                left -= wanted;
            }
            tar.closeArchiveEntry();
            note(name, digest.digest());
        } catch (NoSuchFileException gone) {
            return;
        }
    }

    private void begin(String name, long size) throws IOException {
        var entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(FILE_MODE);
        tar.putArchiveEntry(entry);
    }

    private void note(String name, byte[] hash) {
        list.append(HexFormat.of().formatHex(hash)).append("  ").append(name).append('\n');
    }

    /**
     * Writes the list. An archive that is closed without is not to be trusted, and says so to its reader.
     *
     * @return how many bytes there are in it, unpacked
     */
    long finish() throws IOException {
        byte[] bytes = list.toString().getBytes(StandardCharsets.UTF_8);
        begin(LIST, bytes.length);
        tar.write(bytes);
        tar.closeArchiveEntry();
        tar.finish();
        return tar.getBytesWritten();
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
