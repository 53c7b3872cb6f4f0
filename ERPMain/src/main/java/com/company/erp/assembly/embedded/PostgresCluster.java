package com.company.erp.assembly.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder that holds the databases, and the programs of one version of PostgreSQL that work on it. */
final class PostgresCluster {

    private static final Pattern MAJOR_VERSION = Pattern.compile("PostgreSQL\\) (\\d+)");
    private static final int FIRST_WITH_BUILTIN_LOCALE = 17;

    private final DataFolder data;
    private final Launcher launcher;
    private final Path folder;
    private final Path programs;
    private final int majorVersion;

    PostgresCluster(DataFolder data, Launcher launcher, Path folder, Path programs) throws IOException {
        this.data = data;
        this.launcher = launcher;
        this.folder = folder;
        this.programs = programs;
        Matcher version = MAJOR_VERSION.matcher(launcher.output(List.of(program("postgres"), "--version")));
        if (!version.find()) {
            throw Machine.unsupported("PostgreSQL", "SPRING_DATASOURCE_URL");
        }
        this.majorVersion = Integer.parseInt(version.group(1));
    }

    /** Makes the cluster whole or not at all: a half-made one, left by a crash, is thrown away and made anew. */
    void initialize(String superuser, String password) throws IOException {
        Path draft = folder.resolveSibling("cluster-draft");
        PostgresPrograms.delete(draft);
        Path passwordFile = data.path().resolve("postgresql/password-draft");
        data.write(passwordFile, password);
        List<String> command = new ArrayList<>(List.of(program("initdb"), "-D", launcher.seen(draft), "-U", superuser));
        command.addAll(List.of("--pwfile", launcher.seen(passwordFile), "-A", "scram-sha-256", "--data-checksums"));
        command.addAll(locale());
        ServerLog log = ServerLog.fresh(data, "initdb.log");
        boolean made = launcher.succeeds(log, command);
        Files.delete(passwordFile);
        if (!made) {
            throw StartRefused.by("PostgreSQL", log, data.path());
        }
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Text is UTF-8 and ordered by code point, so that no upgrade of the operating system reorders an index. */
    private List<String> locale() {
        if (majorVersion >= FIRST_WITH_BUILTIN_LOCALE) {
            return List.of("-E", "UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8");
        }
        return List.of("-E", "UTF8", "--locale=C", "--lc-ctype=" + (Machine.isLinux() ? "C.UTF-8" : "en_US.UTF-8"));
    }

    void requireOurs() throws IOException {
        String foundVersion = Files.readString(folder.resolve("PG_VERSION")).strip();
        if (!foundVersion.equals(Integer.toString(majorVersion))) {
            throw new StartRefused(
                    "The database in " + folder + " was made by PostgreSQL " + foundVersion
                            + ", and this is PostgreSQL " + majorVersion + ".",
                    "Start the version of the ERP that made it, or name another folder with ERP_DATA.");
        }
        if (DataFolder.uidOf(folder) != data.ownerUid()) {
            throw new StartRefused(
                    "The database in " + folder + " belongs to the user " + Files.getOwner(folder) + ", but the data"
                            + " folder around it to " + Files.getOwner(data.path()) + ".",
                    "Give all of it to one user: chown -R " + Files.getOwner(data.path()) + " " + data.path());
        }
    }

    Process run(int port, ServerLog log) throws IOException {
        return launcher.start(
                "postgresql",
                log,
                List.of(
                        program("postgres"),
                        "-D",
                        launcher.seen(folder),
                        "-c",
                        "listen_addresses=" + FreePort.LOOPBACK,
                        "-c",
                        "port=" + port,
                        "-c",
                        "unix_socket_directories=",
                        "-c",
                        "fsync=on",
                        // What it logs of a refusal names the constraint, and not the values of the row.
                        "-c",
                        "log_error_verbosity=terse"));
    }

    /** Whether the server that runs under this process number accepts connections, by its own word. */
    boolean isReady(long pid) throws IOException {
        try {
            List<String> told = Files.readAllLines(folder.resolve("postmaster.pid"));
            return told.size() > 7
                    && told.get(0).strip().equals(Long.toString(pid))
                    && told.get(7).strip().equals("ready");
        } catch (NoSuchFileException notYet) {
            return false;
        }
    }

    private String program(String name) {
        return launcher.seen(programs.resolve("bin").resolve(name));
    }
}
