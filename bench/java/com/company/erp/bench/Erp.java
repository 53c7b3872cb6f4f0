package com.company.erp.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The built ERP in a JVM of its own, on a fresh data folder with its own PostgreSQL and Redis. */
final class Erp implements AutoCloseable {

    private static final String FIRST_PASSWORD = "the first password of all";
    private static final String PASSWORD = "correct horse battery staple";
    private static final int START_SECONDS_MAX = 240;

    private final Process process;
    private final Path data;
    private final int port;
    private int users;

    private Erp(Process process, Path data, int port) {
        this.process = process;
        this.data = data;
        this.port = port;
    }

    static Erp start(Path work, Path jar, int port) throws IOException, InterruptedException {
        Path data = work.resolve("data");
        delete(data);
        Files.createDirectories(work);
        var builder = new ProcessBuilder(command(jar));
        builder.environment()
                .putAll(Map.of(
                        // One machine asks for many, and takes the letters.
                        "ERP_OUTGOING_NETWORKS",
                        "127.0.0.1",
                        "ERP_LIMITS_CALLER_PER_MINUTE",
                        "0",
                        "ERP_LIMITS_SIGN_IN_PER_MINUTE",
                        "0",
                        "ERP_DATA",
                        data.toString(),
                        "SERVER_PORT",
                        Integer.toString(port),
                        "SERVER_ADDRESS",
                        "127.0.0.1",
                        "ERP_SETUP_PASSWORD",
                        FIRST_PASSWORD,
                        "ERP_JWT_ACCESS_LIFETIME",
                        "12h",
                        "LOGGING_FILE_NAME",
                        "",
                        "JWT_SECRET",
                        "a secret that is long enough for a bench"));
        builder.redirectErrorStream(true).redirectOutput(work.resolve("erp.log").toFile());
        Process process = builder.start();
        var erp = new Erp(process, data, port);
        for (int second = 0; second < START_SECONDS_MAX && process.isAlive(); second++) {
            if (erp.isUp()) return erp;
            Thread.sleep(1000);
        }
        erp.close();
        throw new IllegalStateException("The ERP does not start; see " + work.resolve("erp.log"));
    }

    private static List<String> command(Path jar) {
        String options = System.getenv().getOrDefault("JAVA_OPTS", "-Xmx512m");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.of(
                        Stream.of(java),
                        Stream.of(options.split(" +")),
                        Stream.of("-jar", jar.toString()))
                .flatMap(part -> part)
                .toList();
    }

    /** Seconds of processor time used so far: unlike rates, they hardly change when the machine does other things too. */
    record Processors(double erp, double database) {}

    Processors processors() {
        return new Processors(
                seconds(process.toHandle()), postgres().mapToDouble(Erp::seconds).sum());
    }

    private Stream<ProcessHandle> postgres() {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("postgres"));
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    /** From now on the peak is taken anew. */
    void forgetPeak() throws IOException {
        Files.writeString(Path.of("/proc", String.valueOf(pid()), "clear_refs"), "5");
    }

    /** The most memory that the ERP's JVM has had in use since the peak was forgotten (VmHWM of proc(5)). */
    double peakMegabytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(pid()), "status"))) {
            if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
        }
        throw new IOException("The system does not tell the peak of memory.");
    }

    /** What PostgreSQL has in memory now; what its processes share counts once (Pss of proc(5)). */
    double databaseMegabytes() throws IOException {
        double kilobytes = 0;
        for (ProcessHandle child : postgres().toList()) {
            for (String line : Files.readAllLines(Path.of("/proc", String.valueOf(child.pid()), "smaps_rollup"))) {
                if (line.startsWith("Pss:")) kilobytes += Long.parseLong(line.replaceAll("\\D", ""));
            }
        }
        return kilobytes / 1024;
    }

    private boolean isUp() {
        try (var http = new Http(port, null)) {
            return http.send("GET", "/actuator/health", null).status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    long pid() {
        return process.pid();
    }

    /** A connection past the application, as the mightiest user of the database. */
    Connection database() throws SQLException, IOException {
        var told = new Properties();
        try (Reader in = Files.newBufferedReader(data.resolve("connection.properties"))) {
            told.load(in);
        }
        String url = "jdbc:postgresql://%s:%s/%s?reWriteBatchedInserts=true"
                .formatted(told.get("host"), told.get("port"), told.get("database"));
        return DriverManager.getConnection(url, told.getProperty("user"), told.getProperty("password"));
    }

    /** A new company in EUR with open books from this date on; its administrator's connection. */
    Tenant company(String name, String booksFrom) throws IOException {
        String admin = administrator(null);
        String id;
        try (var http = new Http(port, admin)) {
            id = http.send(
                            "POST",
                            "/api/companies",
                            Map.of("name", name, "country", "DE", "baseCurrency", "EUR", "timeZone", "Europe/Berlin"))
                    .json()
                    .get("id")
                    .textValue();
        }
        String token = invite(administrator(id));
        try (var http = new Http(port, token)) {
            http.send("POST", "/api/books", Map.of("chart", "general-ifrs", "startsOn", booksFrom))
                    .json();
        }
        return new Tenant(id, token, port);
    }

    private String administrator(String company) throws IOException {
        try (var http = new Http(port, null)) {
            var credentials = company == null
                    ? Map.of("username", "admin", "password", PASSWORD)
                    : Map.of("username", "admin", "password", PASSWORD, "company", company);
            var answer = http.send("POST", "/api/auth/login", credentials);
            if (answer.status() == 200) return token(answer.json());
            return choosePassword("admin", FIRST_PASSWORD);
        }
    }

    private String invite(String token) throws IOException {
        String name = "bench" + ++users + "@example.com";
        try (var http = new Http(port, token)) {
            var invited = http.send(
                            "POST", "/api/users", Map.of("username", name, "name", "Bench", "roles", List.of("ADMIN")))
                    .json();
            return choosePassword(name, invited.get("oneTimePassword").textValue());
        }
    }

    private String choosePassword(String user, String current) throws IOException {
        try (var http = new Http(port, null)) {
            String token = token(http.send("POST", "/api/auth/login", Map.of("username", user, "password", current))
                    .json());
            try (var signedIn = new Http(port, token)) {
                return token(signedIn.send(
                                "POST",
                                "/api/auth/password",
                                Map.of("currentPassword", current, "newPassword", PASSWORD))
                        .json());
            }
        }
    }

    private static String token(JsonNode answer) {
        return answer.get("accessToken").textValue();
    }

    @Override
    public void close() throws InterruptedException, IOException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) process.destroyForcibly().waitFor();
        delete(data);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        }
    }
}
