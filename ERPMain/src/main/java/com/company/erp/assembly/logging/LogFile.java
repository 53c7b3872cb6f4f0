package com.company.erp.assembly.logging;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Takes the log file for this instance alone, since two that turn over one file lose each other's lines: the second in
 * a folder writes to a file that is named after its port. Where no file can be written the console has to do.
 */
final class LogFile implements EnvironmentPostProcessor, Ordered {

    static final String NAME = "logging.file.name";

    /** Held until the JVM ends. */
    private static final Map<Path, FileLock> HELD = new HashMap<>();

    private final Log log;

    LogFile(DeferredLogFactory logs) {
        this.log = logs.getLog(LogFile.class);
    }

    /** After the configuration files have been read, and before the first line is written. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String name = environment.getProperty(NAME, "");
        if (name.isBlank()) return;
        Path wanted = Path.of(name).toAbsolutePath();
        try {
            if (take(wanted)) return;
            Path own = wanted.resolveSibling(
                    ofPort(String.valueOf(wanted.getFileName()), environment.getProperty("server.port", "")));
            boolean taken = take(own);
            log.warn(
                    taken
                            ? "Another instance writes " + wanted + "; this one writes " + own + "."
                            : "Other instances write " + wanted + " and " + own
                                    + "; this one writes to the console alone.");
            set(environment, taken ? own.toString() : "");
        } catch (IOException e) {
            log.warn("The log file " + wanted + " cannot be written (" + e + "); the log goes to the console alone."
                    + " LOGGING_FILE_NAME names another file.");
            set(environment, "");
        }
    }

    private static String ofPort(String file, String port) {
        int dot = file.lastIndexOf('.');
        return dot < 0 ? file + "-" + port : file.substring(0, dot) + "-" + port + file.substring(dot);
    }

    /** Whether the file is this JVM's from now on. */
    private static synchronized boolean take(Path file) throws IOException {
        if (HELD.containsKey(file)) return true;
        Files.createDirectories(file.getParent());
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                .close();
        FileChannel channel = FileChannel.open(
                file.resolveSibling(file.getFileName() + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) channel.close();
        else HELD.put(file, lock);
        return lock != null;
    }

    private static void set(ConfigurableEnvironment environment, String name) {
        environment.getPropertySources().addFirst(new MapPropertySource("log file", Map.of(NAME, name)));
    }
}
