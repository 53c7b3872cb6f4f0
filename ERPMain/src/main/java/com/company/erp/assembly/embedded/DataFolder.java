package com.company.erp.assembly.embedded;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalNotFoundException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The one folder in which an installation keeps everything: database, Redis, secrets, logs.
 *
 * <p>It is open in at most one JVM at a time, is entered by its owner alone, and belongs to the user as whom the
 * servers run. That is the user who starts the ERP; for root, as whom PostgreSQL refuses to run, it is the owner of
 * the folder around it or else {@code nobody}.
 */
public final class DataFolder implements AutoCloseable {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * The folders open in this JVM. The lock file alone cannot tell: where a process closes any handle of a file,
     * POSIX drops all locks that it holds on it, so a second look at a folder of our own would unlock it.
     */
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final int ownerUid;
    private final FileChannel lock;

    private DataFolder(Path path, int ownerUid, FileChannel lock) {
        this.path = path;
        this.ownerUid = ownerUid;
        this.lock = lock;
    }

    /**
     * Makes the folder where it is missing and takes it for this JVM until it is closed.
     *
     * @throws StartRefused when another JVM has it, when it belongs to somebody else, or when it cannot be written
     */
    public static DataFolder open(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            path = path.toRealPath();
            int ownerUid = settleOwner(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            return new DataFolder(path, ownerUid, lock(path, ownerUid));
        } catch (FileAlreadyExistsException e) {
            throw new StartRefused(
                    "The data folder " + path + " is a file.", "Name a folder with ERP_DATA, or remove the file.", e);
        } catch (IOException e) {
            throw StartRefused.by(e, path);
        }
    }

    /**
     * That files can be kept there, where the servers are elsewhere; makes nothing.
     *
     * @throws StartRefused when it cannot be written
     */
    static void requireWritable(Path wanted) {
        Path path = wanted.toAbsolutePath().normalize();
        Path nearest = path;
        for (Path above = path.getParent(); !Files.exists(nearest) && above != null; above = above.getParent()) {
            nearest = above;
        }
        if (!Files.isWritable(nearest)) throw StartRefused.by(new AccessDeniedException(nearest.toString()), path);
    }

    public Path path() {
        return path;
    }

    /** Gives all that lies in the folder to its owner, and to nobody else. */
    public void takeOver() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                giveToOwner(each);
                String rights = Files.isDirectory(each) ? "rwx------" : "rw-------";
                Files.setPosixFilePermissions(each, PosixFilePermissions.fromString(rights));
            }
        }
    }

    /** Gives the folder back to other JVMs. The servers in it must have stopped. */
    @Override
    public void close() {
        try {
            lock.close();
            OPEN.remove(path);
        } catch (IOException e) {
            throw StartRefused.by(e, path);
        }
    }

    int ownerUid() {
        return ownerUid;
    }

    /** The random secret of this name: made once, kept for good, readable by the owner alone. */
    String secret(String name, int sizeBytes) throws IOException {
        Path file = path.resolve(name);
        if (!Files.exists(file)) {
            byte[] secret = new byte[sizeBytes];
            RANDOM.nextBytes(secret);
            write(file, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
        }
        return Files.readString(file).strip();
    }

    /** Writes the file whole or not at all, readable by the owner alone. */
    void write(Path file, String text) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        giveToOwner(draft);
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    Path subfolder(String name) throws IOException {
        Path folder = path.resolve(name);
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        giveToOwner(folder);
        return folder;
    }

    /** Refuses before a server does, since a database that meets a full disk stops in the middle of its work. */
    void requireFreeSpaceMb(long neededMb) throws IOException {
        long freeMb = Files.getFileStore(path).getUsableSpace() / (1024 * 1024);
        if (freeMb < neededMb) {
            throw new StartRefused(
                    "The disk that holds the data folder %s has only %d MB left, and the database needs %d MB to start."
                            .formatted(path, freeMb, neededMb),
                    "Free some space, or name a folder on another disk with ERP_DATA.");
        }
    }

    static int uidOf(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid");
    }

    void giveToOwner(Path file) throws IOException {
        give(file, ownerUid);
    }

    private static void give(Path file, int uid) throws IOException {
        if (Machine.uid() != uid) {
            Files.setAttribute(file, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", uid, LinkOption.NOFOLLOW_LINKS);
        }
    }

    private static int settleOwner(Path path) throws IOException {
        int owner = uidOf(path);
        if (Machine.uid() == Machine.ROOT && owner == Machine.ROOT) {
            Files.setOwner(path, servantOfRoot(path));
            return uidOf(path);
        }
        if (Machine.uid() != Machine.ROOT && Machine.uid() != owner) {
            throw new StartRefused(
                    "The data folder " + path + " belongs to the user " + Files.getOwner(path)
                            + ", and the ERP was started by " + System.getProperty("user.name") + ".",
                    "Start the ERP as its owner, or name another folder with ERP_DATA.");
        }
        return owner;
    }

    private static UserPrincipal servantOfRoot(Path path) throws IOException {
        Path around = path.getParent() == null ? path : path.getParent();
        UserPrincipal neighbour = Files.getOwner(around);
        boolean hasAccount = !neighbour.getName().chars().allMatch(Character::isDigit);
        if (uidOf(around) != Machine.ROOT && hasAccount) {
            return neighbour;
        }
        try {
            return path.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        } catch (UserPrincipalNotFoundException e) {
            throw new StartRefused(
                    "PostgreSQL does not run as root, and this machine has no user nobody to run it instead.",
                    "Start the ERP as an ordinary user.",
                    e);
        }
    }

    private static FileChannel lock(Path path, int ownerUid) throws IOException {
        if (!OPEN.add(path)) {
            throw inUse(path, Long.toString(ProcessHandle.current().pid()));
        }
        Path file = path.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            ByteBuffer holder = ByteBuffer.allocate(20);
            channel.read(holder, 0);
            channel.close();
            OPEN.remove(path);
            throw inUse(path, new String(holder.array(), 0, holder.position(), StandardCharsets.US_ASCII).strip());
        }
        give(file, ownerUid);
        String pid = ProcessHandle.current().pid() + "\n";
        channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)), 0);
        return channel;
    }

    private static StartRefused inUse(Path path, String pid) {
        return new StartRefused(
                "The data folder " + path + " is in use by another running ERP (process " + pid + ").",
                "Stop that one first, or name another folder with ERP_DATA.");
    }
}
