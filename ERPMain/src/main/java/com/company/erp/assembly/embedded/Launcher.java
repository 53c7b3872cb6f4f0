package com.company.erp.assembly.embedded;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

/**
 * Starts programs as the data folder's owner, in a session of their own and ending with this JVM.
 *
 * <p>A session of their own, since Ctrl-C in a terminal reaches every process of the session in front: the database
 * would stop before the application has. Ending with the JVM, since after a kill -9 nobody else would stop them; where
 * the system has no such means the next start does (see {@link ServerProcess#leftBy}).
 *
 * <p>Root hands the servers to the unprivileged owner. Where a folder above keeps that owner out, say a clone in
 * /root, the data folder is shown to the server alone at /mnt, in a mount name space of its own. The server keeps no
 * right of root's, and the data stays where it is.
 */
final class Launcher {

    private static final Path SHOWN_AT = Path.of("/mnt");

    private static final List<String> OWN_SESSION = List.of("setsid");
    private static final List<String> OWN_SESSION_ON_MAC =
            List.of("/usr/bin/perl", "-MPOSIX", "-e", "setsid; exec {$ARGV[0]} @ARGV");
    private static final List<String> END_WITH_PARENT = List.of("setpriv", "--pdeathsig", "INT");
    private static final String SHOW_DATA_AND_RUN = "mount --bind \"$0\" " + SHOWN_AT + " && exec \"$@\"";

    private final DataFolder data;
    private final List<String> prefix;
    private final Path shownAt;

    private Launcher(DataFolder data, List<String> prefix, Path shownAt) {
        this.data = data;
        this.prefix = prefix;
        this.shownAt = shownAt;
    }

    /** Tries the ways that this machine may have, the best first, and keeps the first that reaches the folder. */
    static Launcher into(DataFolder data) {
        return ways(data)
                .filter(Launcher::reachesData)
                .findFirst()
                .orElseThrow(() -> new StartRefused(
                        "PostgreSQL does not run as root, and nobody else can be let into the data folder "
                                + data.path() + ".",
                        "Start the ERP as an ordinary user, or name with ERP_DATA a folder that all may enter."));
    }

    private static Stream<Launcher> ways(DataFolder data) {
        Path path = data.path();
        if (Machine.uid() != Machine.ROOT) {
            return Stream.of(joined(OWN_SESSION, END_WITH_PARENT), OWN_SESSION, OWN_SESSION_ON_MAC, List.<String>of())
                    .map(prefix -> new Launcher(data, prefix, path));
        }
        String uid = Integer.toString(data.ownerUid());
        List<String> asOwner =
                joined(END_WITH_PARENT, List.of("--reuid", uid, "--regid", uid, "--clear-groups", "--no-new-privs"));
        List<String> showing = List.of(
                "unshare", "--mount", "--propagation", "private", "sh", "-c", SHOW_DATA_AND_RUN, path.toString());
        return Stream.of(
                new Launcher(data, joined(OWN_SESSION, asOwner), path),
                new Launcher(data, joined(OWN_SESSION, showing, asOwner), SHOWN_AT));
    }

    /** The path under which the started programs see a file of the data folder. */
    String seen(Path file) {
        return shownAt.resolve(data.path().relativize(file)).toString();
    }

    /** Runs the command to its end and tells whether it succeeded. */
    boolean succeeds(ServerLog log, List<String> command) throws IOException {
        return succeeds(builder(command).redirectOutput(log.file().toFile()));
    }

    /** Runs the shell's line with the arguments as $1 and on, and tells whether it succeeded. */
    boolean holds(String line, String... arguments) throws IOException {
        return succeeds(builder(joined(List.of("sh", "-c", line, "sh"), List.of(arguments)))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD));
    }

    /** What the command prints; an error message where it cannot be run. */
    String output(List<String> command) throws IOException {
        try (InputStream printed = builder(command).start().getInputStream()) {
            return new String(printed.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /**
     * Starts the server. A thread of its own starts it and waits for its end, since Linux counts the end of the
     * starting thread, and not only of the process, as the parent's death.
     */
    Process start(String name, ServerLog log, List<String> command) throws IOException {
        var started = new CompletableFuture<Process>();
        ProcessBuilder builder = builder(command).redirectOutput(log.file().toFile());
        Thread.ofPlatform().daemon().name("keeps-" + name).start(() -> keep(builder, started));
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException(name + " cannot be run", e.getCause());
        }
    }

    private static void keep(ProcessBuilder builder, CompletableFuture<Process> started) {
        try {
            Process process = builder.start();
            started.complete(process);
            process.waitFor();
        } catch (IOException e) {
            started.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean reachesData() {
        try {
            return holds("cd \"$1\" && test -w .", seen(data.path()));
        } catch (IOException thisMachineHasNoSuchProgram) {
            return false;
        }
    }

    private static boolean succeeds(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        try {
            return process.waitFor() == 0;
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An environment with nothing of ours in it: no secrets, and no settings meant for other PostgreSQL programs. */
    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(joined(prefix, command));
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH"));
        environment.put("LC_ALL", "C");
        // The working folder of this JVM may be one that the owner of the data cannot enter.
        return builder.directory(new File("/"))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true);
    }

    @SafeVarargs
    private static List<String> joined(List<String>... parts) {
        List<String> all = new ArrayList<>();
        for (List<String> part : parts) {
            all.addAll(part);
        }
        return all;
    }
}
