package com.company.erp.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** What was measured in one run, with what is needed to judge it. */
final class Results {

    private final Map<String, Object> about = new LinkedHashMap<>();
    private final Map<String, Map<String, Double>> figures = new LinkedHashMap<>();

    Results(String commit, String command) {
        about.put("at", Instant.now().toString());
        about.put("commit", commit);
        about.put("command", command);
        about.put("processors", Runtime.getRuntime().availableProcessors());
        about.put("processor", processor());
        about.put("java", System.getProperty("java.version"));
        about.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    }

    void about(String what, Object value) {
        about.put(what, value);
    }

    void add(String workload, String figure, double value) {
        figures.computeIfAbsent(workload, w -> new LinkedHashMap<>()).put(figure, Math.round(value * 1000) / 1000.0);
        System.out.printf("%-14s %-50s %,14.3f%n", workload, figure, value);
    }

    double get(String workload, String figure) {
        return figures.get(workload).get(figure);
    }

    void add(String workload, String what, Load.Result result) {
        add(workload, what + ", per second", result.perSecond());
        add(workload, what + ", p50 ms", result.p50());
        add(workload, what + ", p95 ms", result.p95());
        add(workload, what + ", p99 ms", result.p99());
    }

    void write(Path file) throws IOException {
        about.put("load", loadOfMachine());
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), new TreeMap<>(Map.of("about", about, "figures", figures)));
        System.out.println("Written to " + file);
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }

    /** Figures of a machine that does other things are noisy; this says so. */
    private static String loadOfMachine() {
        return "%.1f"
                .formatted(java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
    }
}
