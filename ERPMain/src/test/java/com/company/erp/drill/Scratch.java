package com.company.erp.drill;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Folders of drills, which servers of other users reach too; they go when the drills end. */
final class Scratch {

    private Scratch() {}

    static Path folder(String name) {
        try {
            Path folder = Files.createTempDirectory("erp-" + name + "-");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            AtEnd.close(() -> Programs.run("rm", "-rf", folder.toString()).ok());
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path in(Path folder, String name) {
        try {
            return Files.createDirectory(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path file(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder and what is in it belong to the user from now on, where the drill may do that. */
    static void give(Path folder, String user) {
        if (Programs.isRoot()) {
            Programs.run("chown", "-R", user + ":" + user, folder.toString()).ok();
        }
    }

    /** A copy whose last tenth is lost. */
    static Path cutCopy(Path file, Path copied) {
        return damaged(file, copied, copy -> copy.setLength(copy.length() - copy.length() / 10));
    }

    /** A copy in which one bit is wrong. */
    static Path flippedCopy(Path file, Path copied) {
        return damaged(file, copied, copy -> {
            long middle = copy.length() / 2;
            copy.seek(middle);
            int was = copy.read();
            copy.seek(middle);
            copy.write(was ^ 1);
        });
    }

    private interface Damage {
        void on(RandomAccessFile copy) throws IOException;
    }

    private static Path damaged(Path file, Path copied, Damage damage) {
        try {
            Files.copy(file, copied);
            try (var copy = new RandomAccessFile(copied.toFile(), "rw")) {
                damage.on(copy);
            }
            return copied;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
