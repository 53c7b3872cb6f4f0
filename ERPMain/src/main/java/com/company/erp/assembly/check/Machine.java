package com.company.erp.assembly.check;

import com.company.erp.assembly.backup.Backup;
import com.company.erp.assembly.check.Check.Period;
import com.company.erp.assembly.check.Check.Task;
import com.company.erp.assembly.embedded.ConfiguredDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** What the machine tells that this command runs on: log, disks, files of backups, and how old the software is. */
final class Machine {

    private static final Pattern PLAIN = Pattern.compile("^(\\S{10} \\S{8}) ERROR ");
    private static final Pattern JSON = Pattern.compile("^\\{\"@timestamp\":\"(\\S{19}).*\"level\":\"ERROR\"");
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final String SBOM = "/META-INF/sbom/application.cdx.json";

    private final Map<String, String> environment;
    private final Clock clock;
    private final Path data;

    Machine(Map<String, String> environment, Clock clock) {
        this.environment = environment;
        this.clock = clock;
        this.data = ConfiguredDatabase.dataFolder(environment);
    }

    List<Task> tasks() {
        return List.of(
                new Task(Period.DAILY, "Errors in the log", this::log),
                new Task(Period.DAILY, "Disk", this::disk),
                new Task(Period.DAILY, "File of the backup", this::backup),
                new Task(Period.MONTHLY, "Libraries", this::libraries),
                new Task(Period.QUARTERLY, "Java", this::java));
    }

    private Result log() throws IOException {
        String name = environment.getOrDefault("LOGGING_FILE_NAME", "logs/erp.log");
        Path file = Path.of(name).toAbsolutePath();
        if (name.isBlank() || !Files.exists(file)) {
            return Result.byHand("no file %s: journalctl -u erp --since yesterday, or docker logs".formatted(name));
        }
        Instant since = clock.instant().minus(1, ChronoUnit.DAYS);
        long errors = 0;
        try (Stream<Path> files = Files.list(Objects.requireNonNull(file.getParent(), "a file has a folder"))) {
            for (Path each : files.filter(other -> isPartOf(file, other)).toList()) {
                if (!Files.getLastModifiedTime(each).toInstant().isBefore(since)) errors += errors(each, since);
            }
        }
        return errors == 0 ? Result.ok("none since yesterday") : Result.warning(errors + " since yesterday in " + name);
    }

    /** The file itself, those of other instances beside it, and what was packed away. */
    private static boolean isPartOf(Path file, Path other) {
        return other.getFileName()
                .toString()
                .startsWith(file.getFileName().toString().replaceFirst("\\.log$", ""));
    }

    private static long errors(Path file, Instant since) throws IOException {
        String here = SECOND.format(since.atZone(ZoneId.systemDefault()));
        String universal = SECOND.format(since.atZone(ZoneOffset.UTC));
        try (InputStream in = Files.newInputStream(file);
                var lines = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> {
                        Matcher plain = PLAIN.matcher(line);
                        if (plain.find()) return plain.group(1).compareTo(here) >= 0;
                        Matcher json = JSON.matcher(line);
                        return json.find() && json.group(1).replace('T', ' ').compareTo(universal) >= 0;
                    })
                    .count();
        }
    }

    private Result disk() throws IOException {
        Map<String, Double> full = new TreeMap<>();
        for (Path folder : List.of(data, documents(), backups())) {
            if (!Files.isDirectory(folder)) continue;
            FileStore store = Files.getFileStore(folder);
            full.put(folder.toString(), 1 - (double) store.getUsableSpace() / store.getTotalSpace());
        }
        if (full.isEmpty()) return Result.byHand("none of the installation's folders is on this machine");
        var fullest = full.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return Result.measured(
                fullest.getValue(),
                0.85,
                0.95,
                "%s is %.0f %% full".formatted(fullest.getKey(), 100 * fullest.getValue()));
    }

    private Path documents() {
        return Path.of(environment.getOrDefault(
                "ERP_STORAGE_FOLDER", data.resolve("files").toString()));
    }

    private Path backups() {
        return Path.of(environment.getOrDefault(
                "BACKUP_FOLDER", data.resolveSibling("backups").toString()));
    }

    /** Reads the newest from end to end. */
    private Result backup() throws IOException {
        if (!Files.isDirectory(backups()))
            return Result.byHand("the backups are not in " + backups() + ": name BACKUP_FOLDER");
        try (Stream<Path> files = Files.list(backups())) {
            Optional<Path> newest = files.filter(
                            file -> file.getFileName().toString().matches("erp-\\d{8}-\\d{6}\\.tar(\\.(gz|age|gpg))?"))
                    .max((one, other) -> one.getFileName().compareTo(other.getFileName()));
            if (newest.isEmpty()) return Result.fault("there is none in " + backups());
            return Backup.isWhole(newest.get())
                    ? Result.ok(newest.get() + " is whole")
                    : Result.fault(newest.get() + " is damaged");
        }
    }

    private Result libraries() throws IOException {
        try (InputStream in = Machine.class.getResourceAsStream(SBOM)) {
            if (in == null) return Result.byHand("this build has no bill of materials");
            JsonNode bill = new ObjectMapper().readTree(in);
            Instant built = Instant.parse(bill.at("/metadata/timestamp").textValue());
            return aged(
                    built,
                    "%d libraries as of ".formatted(bill.get("components").size()));
        }
    }

    private Result java() {
        LocalDate released = LocalDate.parse(System.getProperty("java.version.date", "1970-01-01"));
        return aged(
                released.atStartOfDay(ZoneOffset.UTC).toInstant(),
                "%s of ".formatted(System.getProperty("java.version")));
    }

    /** Updates come every quarter, and what they mend is public from then on. */
    private Result aged(Instant from, String what) {
        long days = Duration.between(from, clock.instant()).toDays();
        return Result.measured(
                days, 100, 400, what + from.atZone(ZoneOffset.UTC).toLocalDate() + ", %d days old".formatted(days));
    }
}
