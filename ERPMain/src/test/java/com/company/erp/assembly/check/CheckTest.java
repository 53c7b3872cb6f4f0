package com.company.erp.assembly.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.HttpTest;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The operator's lists, gone through against the running house. */
class CheckTest extends HttpTest {

    private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired
    private HikariDataSource pool;

    @Autowired
    private Environment settings;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void asItsInstance() throws Exception {
        environment.put("SPRING_DATASOURCE_URL", pool.getJdbcUrl());
        environment.put("SPRING_DATASOURCE_USERNAME", settings.getProperty("spring.flyway.user"));
        environment.put("SPRING_DATASOURCE_PASSWORD", settings.getProperty("spring.flyway.password"));
        environment.put("SERVER_PORT", Integer.toString(URI.create(address()).getPort()));
        environment.put("ERP_DATA", folder.resolve("data").toString());
        environment.put(
                "LOGGING_FILE_NAME", Files.createFile(folder.resolve("erp.log")).toString());
        environment.put(
                "BACKUP_FOLDER",
                Files.createDirectory(folder.resolve("backups")).toString());
        backup("of today");
    }

    private void backup(String content) throws Exception {
        Path file = folder.resolve("backups/erp-20260302-020000.tar");
        byte[] sum = MessageDigest.getInstance("SHA-256").digest("of today".getBytes(UTF_8));
        Files.writeString(file, content);
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".sha256"),
                HexFormat.of().formatHex(sum) + "  " + file.getFileName() + "\n");
    }

    private record Page(int code, String text) {}

    private Page check(String... words) {
        var bytes = new ByteArrayOutputStream();
        int code = new Check(environment, Clock.fixed(NOW, ZoneId.of("UTC")), new PrintStream(bytes, true, UTF_8))
                .with(List.of(words));
        return new Page(code, bytes.toString(UTF_8));
    }

    @Test
    void all_lists_are_gone_through_on_one_page() {
        String page = check("quarterly").text;

        assertThat(page)
                .containsSubsequence(
                        "Daily", "Health", "Weekly", "Statistics", "Monthly", "Indexes", "Quarterly", "Java")
                .contains("db UP")
                .containsPattern("ok    Migrations +none is pending")
                .containsPattern("ok    Errors in the log +none")
                .containsPattern("ok    File of the backup +.*is whole")
                .containsPattern("ok    Replica +there is none")
                .containsPattern("todo  Disaster ");
        assertThat(check().text).contains("Daily").doesNotContain("Weekly");
    }

    /** What the operator was promised, list by list. */
    @Test
    void nothing_of_a_list_is_left_out() {
        assertThat(check("quarterly").text)
                .containsSubsequence("Daily", "Health", "Certificate", "Proxy", "Errors in the log", "Disk")
                .containsSubsequence("File of the backup", "Backup", "Books", "Jobs", "Migrations", "Connections")
                .containsSubsequence("Replica", "Archive of the log", "Weekly", "Sign-ins", "Failover", "Statistics")
                .containsSubsequence("Dead rows", "Age of transactions", "Slow statements", "Monthly", "Speed")
                .containsSubsequence("Libraries", "Restore", "Updates", "Indexes", "Quarterly", "Java", "Security")
                .containsSubsequence("Security", "Load", "Disaster");
    }

    @Test
    void a_backup_that_was_damaged_is_a_fault() throws Exception {
        backup("of todaz");

        Page page = check("daily");
        assertThat(page.text).containsPattern("FAIL  File of the backup +.* is damaged");
        assertThat(page.code).isEqualTo(1);
    }

    @Test
    void errors_of_the_last_day_are_counted_in_either_layout() throws IOException {
        var here = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
        Files.writeString(
                folder.resolve("erp.log"),
                here.format(NOW.minusSeconds(90_000)) + " ERROR of the day before\n"
                        + here.format(NOW.minusSeconds(80_000)) + " ERROR of yesterday\n"
                        + here.format(NOW.minusSeconds(60)) + " WARN  no ERROR \n"
                        + "{\"@timestamp\":\"2026-03-02T11:00:00.1Z\",\"log\":{\"level\":\"ERROR\"}}\n");

        assertThat(check().text).containsPattern("WARN  Errors in the log +2 since yesterday");
    }

    @Test
    void a_database_that_lets_nobody_in_hides_nothing_else() {
        environment.put("SPRING_DATASOURCE_PASSWORD", "wrong");

        Page page = check();
        assertThat(page.text)
                .containsPattern("FAIL  Database +.*password")
                .containsPattern("Health +")
                .doesNotContain("Migrations");
        assertThat(page.code).isEqualTo(1);
    }

    @Test
    void a_proxy_that_shows_the_actuator_is_a_fault() {
        assertThat(check("daily", "--url", address()).text)
                .containsPattern("FAIL  Proxy +shows /actuator to everybody");
    }

    @Test
    void another_word_is_answered_with_what_there_is() {
        assertThat(check("hourly")).isEqualTo(new Page(1, """
                Usage: check [daily | weekly | monthly | quarterly] [--url PUBLIC_ADDRESS]
                """));
    }
}
