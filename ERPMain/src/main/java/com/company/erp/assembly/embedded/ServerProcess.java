package com.company.erp.assembly.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running server by its process number: found again after the JVM that started it was killed, and stopped. */
final class ServerProcess {

    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);

    private static final int STOP_WITHIN_SECONDS = 60;
    private static final int QUIT_WITHIN_SECONDS = 10;

    private ServerProcess() {}

    /**
     * Stops the server that an earlier JVM left running in this folder, if it is one. A process number alone proves
     * nothing, since it may be another program's by now: the process must work in the folder. One that does not makes
     * the file stale, and the file goes, since PostgreSQL would take any process of that number for its predecessor.
     */
    static void stopLeftOver(Launcher launcher, Path pidFile, Path folder) throws IOException {
        Optional<ProcessHandle> left = namedIn(pidFile).filter(ProcessHandle::isAlive);
        if (left.isEmpty()) {
            return;
        }
        if (worksIn(left.get(), folder, launcher)) {
            LOG.warn(
                    "Stopping the server in {} that an earlier run left (process {})",
                    folder,
                    left.get().pid());
            stop(left.get());
        } else {
            Files.deleteIfExists(pidFile);
        }
    }

    /** Asks the server to end its clients' sessions, to save and to stop; only one that does not is ended by force. */
    static void stop(ProcessHandle server) {
        boolean stopped = endsAfter("INT", server, STOP_WITHIN_SECONDS)
                || endsAfter("QUIT", server, QUIT_WITHIN_SECONDS)
                || endsAfter("KILL", server, QUIT_WITHIN_SECONDS);
        if (!stopped) {
            throw new IllegalStateException("The process " + server.pid() + " does not end.");
        }
    }

    private static Optional<ProcessHandle> namedIn(Path pidFile) throws IOException {
        try {
            return Files.readAllLines(pidFile).stream()
                    .findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("\\d{1,9}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private static boolean worksIn(ProcessHandle process, Path folder, Launcher launcher) throws IOException {
        if (Machine.isLinux()) {
            // Asked as the server's own user: in a container not even root may look at another user's process.
            return launcher.holds(
                    "test \"/proc/$1/cwd\" -ef \"$2\"", Long.toString(process.pid()), launcher.seen(folder));
        }
        return process.info().commandLine().orElse("").contains(folder.toString());
    }

    private static boolean endsAfter(String signal, ProcessHandle server, int withinSeconds) {
        try {
            new ProcessBuilder("sh", "-c", "kill -s \"$1\" \"$2\"", "sh", signal, Long.toString(server.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            server.onExit().get(withinSeconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            LOG.warn("The process {} did not end within {} s of the signal {}", server.pid(), withinSeconds, signal);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException | ExecutionException e) {
            throw new IllegalStateException("The process " + server.pid() + " cannot be stopped.", e);
        }
    }
}
