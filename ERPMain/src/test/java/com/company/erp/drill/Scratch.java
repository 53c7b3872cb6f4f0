package com.company.erp.drill;

import java.io.IOException;
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
}
