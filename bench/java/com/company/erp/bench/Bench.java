package com.company.erp.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the built ERP against what the same database can do by bare SQL, in one run. Arguments: the work folder, the
 * jar, the commit, then names of workloads (all when none is named); {@code --sql FILE} runs a script first, to compare with.
 */
public final class Bench {

    private static final int PORT = 18091;

    private Bench() {}

    /** Something to be measured. */
    interface Workload {
        String name();

        void run(Erp erp, Results results) throws Exception;
    }

    private static List<Workload> all() {
        return List.of(new Issue(1), new Issue(Integer.getInteger("erp.bench.companies", 100)), new Reads(), new Day(), new ImportWait(), new Papers());
    }

    public static void main(String[] arguments) throws Exception {
        Path work = Path.of(arguments[0]);
        List<String> names = new ArrayList<>(List.of(arguments).subList(3, arguments.length));
        String command = "./erp bench " + String.join(" ", names);
        Path script = script(names);
        List<Workload> wanted = all().stream()
                .filter(w -> names.isEmpty() || names.contains(w.name()))
                .toList();
        if (wanted.isEmpty()) {
            System.err.println(
                    "There are: " + all().stream().map(Workload::name).toList());
            System.exit(1);
        }
        var results = new Results(arguments[2], command.strip());
        int port = Integer.getInteger("erp.bench.port", PORT);
        try (Erp erp = Erp.start(work, Path.of(arguments[1]), port)) {
            try (Connection database = erp.database();
                    Statement statement = database.createStatement()) {
                results.about("database", database.getMetaData().getDatabaseProductVersion());
                if (script != null) statement.execute(Files.readString(script));
            }
            for (Workload workload : wanted) workload.run(erp, results);
        }
        results.write(work.resolve("results.json"));
    }

    private static Path script(List<String> names) {
        int at = names.indexOf("--sql");
        if (at < 0) return null;
        names.remove(at);
        return Path.of(names.remove(at));
    }
}
