package com.company.erp.assembly.embedded;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own that takes a data folder, starts the database in it and holds both until it is ended. */
final class SeparateErp implements AutoCloseable {

    private final Process jvm;
    private final BufferedReader printed;

    private SeparateErp(Process jvm) {
        this.jvm = jvm;
        this.printed = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Runs in the other JVM: says where the database is, or why there is none. */
    public static void main(String[] arguments) throws IOException {
        try (var data = DataFolder.open(Path.of(arguments[0]));
                var postgres = EmbeddedPostgres.start(data, PostgresPrograms.bundled())) {
            System.out.println(postgres.pid());
            System.in.read();
        } catch (StartRefused e) {
            System.out.println(e.getMessage());
        }
    }

    static SeparateErp on(Path data) throws IOException {
        return run(List.of(), System.getProperty("java.class.path"), data);
    }

    static SeparateErp run(List<String> prefix, String classPath, Path data) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-cp", classPath, SeparateErp.class.getName(), data.toString()));
        return new SeparateErp(new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** The database's process number, or the sentence with which the start was refused. */
    String says() throws IOException {
        for (String line = printed.readLine(); line != null; line = printed.readLine()) {
            if (line.matches("\\d+|The .*")) {
                return line;
            }
        }
        throw new IllegalStateException("the other JVM ended without a word");
    }

    /** As by kill -9: no shutdown hook runs. */
    void kill() throws InterruptedException {
        jvm.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        jvm.getOutputStream().close();
        jvm.waitFor();
    }
}
