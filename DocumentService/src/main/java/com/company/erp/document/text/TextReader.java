package com.company.erp.document.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads the words out of files by way of {@link TextProgram}, which is started when it is needed and ended by
 * {@link #rest}. It gets the bytes and nothing else: neither secrets, which are in this process's environment, nor much
 * memory, nor time. For one thread.
 */
public final class TextReader {

    private static final long BYTES_MAX = 64 << 20;
    private static final String MEMORY = "-Xmx256m";
    private static final int BUFFER_BYTES = 1 << 16;
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Duration patience;
    private @Nullable Process program;

    public TextReader(Duration patience) {
        this.patience = patience;
    }

    /** The words of a file, and why there are none or not all. */
    public record Read(Set<String> words, @Nullable String problem) {}

    /** Whether words are read out of files of this kind and size. */
    public static boolean reads(String mediaType, long sizeBytes) {
        return type(mediaType).isPresent() && sizeBytes <= BYTES_MAX;
    }

    private static Optional<ReadableTypes> type(String mediaType) {
        return List.of(ReadableTypes.values()).stream()
                .filter(type -> type.has(mediaType))
                .findFirst();
    }

    /**
     * Reads a file that {@link #reads} says yes to. A file that brings the program down has no words.
     *
     * @throws IOException when its bytes cannot be had, which says nothing about it
     */
    public Read read(String mediaType, InputStream content, int sizeBytes) throws IOException {
        Process reader = running();
        Executor late = CompletableFuture.delayedExecutor(
                patience.plus(GRACE).toMillis(), TimeUnit.MILLISECONDS, Runnable::run);
        var tooLong = CompletableFuture.runAsync(reader::destroyForcibly, late);
        try {
            var out = new DataOutputStream(new BufferedOutputStream(reader.getOutputStream(), BUFFER_BYTES));
            ask(out, type(mediaType).orElseThrow(), content, sizeBytes);
            return answer(new DataInputStream(new BufferedInputStream(reader.getInputStream(), BUFFER_BYTES)));
        } catch (Ended e) {
            rest();
            return new Read(Set.of(), "It took more than " + patience.toSeconds() + " s or too much memory.");
        } catch (IOException e) {
            rest();
            throw e;
        } finally {
            tooLong.cancel(false);
        }
    }

    /** The program has ended, and not the place of the file failed. */
    private static final class Ended extends IOException {
        private static final long serialVersionUID = 1;

        private Ended(IOException cause) {
            super(cause);
        }
    }

    private static void ask(DataOutputStream out, ReadableTypes type, InputStream content, int sizeBytes)
            throws IOException {
        byte[] buffer = new byte[BUFFER_BYTES];
        write(() -> {
            out.writeUTF(type.name());
            out.writeInt(sizeBytes);
        });
        for (int left = sizeBytes; left > 0; ) {
            int read = content.read(buffer, 0, Math.min(left, buffer.length));
            if (read < 0) throw new IOException("The file is shorter than it should be.");
            write(() -> out.write(buffer, 0, read));
            left -= read;
        }
        write(out::flush);
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void write(Writing writing) throws Ended {
        try {
            writing.run();
        } catch (IOException e) {
            throw new Ended(e);
        }
    }

    /** What the program says is taken for what it is: the words of somebody who has read a stranger's file. */
    private static Read answer(DataInputStream in) throws Ended {
        try {
            String problem = in.readUTF();
            Set<String> words = new HashSet<>();
            for (int left = in.readInt(); left > 0; left--) words.addAll(Words.of(in.readUTF()));
            return new Read(words, problem.isEmpty() ? null : problem);
        } catch (IOException e) {
            throw new Ended(e);
        }
    }

    private Process running() throws IOException {
        if (program != null && program.isAlive()) return program;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(program());
        command.add(Long.toString(patience.toMillis()));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        program = builder.start();
        return program;
    }

    /** In the jar that holds jars, Spring Boot's launcher finds the classes. */
    private static List<String> program() {
        String name = TextProgram.class.getName();
        String place = TextProgram.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString();
        if (!place.startsWith("jar:nested:")) return List.of(name);
        return List.of("-Dloader.main=" + name, "org.springframework.boot.loader.launch.PropertiesLauncher");
    }

    /** Ends the program until it is needed again. */
    public void rest() {
        if (program != null) program.destroyForcibly();
        program = null;
    }
}
