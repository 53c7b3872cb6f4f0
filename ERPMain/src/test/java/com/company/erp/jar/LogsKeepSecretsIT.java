package com.company.erp.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.NotRunHere;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Reads what the application and its database have logged in the suite before it, for what no log may tell. */
class LogsKeepSecretsIT {

    private static final Path TARGET = Path.of("target");
    private static final int FOLDERS_DEEP = 4;
    private static final Pattern LOG = Pattern.compile(
            "target/(test-logs/erp\\S*\\.log(\\.\\S+\\.gz)?|test-data/http\\S*/log/postgresql\\.log\\S*)");

    private static final Map<String, Pattern> SECRETS = Map.of(
            "password of a test", Pattern.compile(BuiltErp.PASSWORD + "|correct horse battery"),
            "one-time password", Pattern.compile("\\b[a-km-np-z2-9]{5}(-[a-km-np-z2-9]{5}){3}\\b"),
            "password hash", Pattern.compile("\\$argon2"),
            "access token", Pattern.compile("\\beyJ[\\w-]{10,}\\."),
            "refresh token",
                    Pattern.compile(
                            "(?<![\\w./-])(?=[\\w-]*\\d)(?=[\\w-]*[A-Z])(?=[\\w-]*[a-z])[A-Za-z0-9_-]{43}(?![\\w./-])"),
            "API key", Pattern.compile("\\berpk_\\w{10,}"),
            "secret of a second factor", Pattern.compile("otpauth:|secret=[A-Z2-7]{16,}"),
            "bank account", Pattern.compile("\\b[A-Z]{2}\\d{2}(?=\\w*\\d{8})[A-Z0-9]{11,30}\\b"),
            "tax number", Pattern.compile("\\b(DE\\d{9}|ATU\\d{8}|FR[0-9A-Z]{2}\\d{9}|GB\\d{9})\\b"));

    private static final Map<String, String> EXAMPLES = Map.of(
            "password of a test", "user x with correct horse battery staple",
            "one-time password", "given ab2cd-efghi-jkmnp-qr345.",
            "password hash", "$argon2id$v=19$m=19456",
            "access token", "Bearer eyJhbGciOiJIUzI1NiJ9.e30.x",
            "refresh token", "token WjK4BjuQ9BRZJzapNSbCV_CKxIjx0FwAlucDLH9QGCw",
            "API key", "erpk_0123456789abcdef",
            "secret of a second factor", "otpauth://totp/ERP",
            "bank account", "Key (iban)=(DE89370400440532013000) exists",
            "tax number", "DE136695976");

    @Test
    void what_no_log_may_tell_would_be_found() {
        assertThat(EXAMPLES).allSatisfy((kind, line) -> assertThat(found(line)).containsExactly(kind));
        assertThat(
                        found(
                                "2026-11-30 06:40:51 INFO  com.zaxxer.hikari.HikariDataSource - 0193a4b2-1c2d-7e3f-8a4b-5c6d7e8f9a0b"))
                .isEmpty();
    }

    @Test
    void no_log_of_the_suite_tells_a_secret_or_a_personal_number() throws IOException {
        List<Path> logs;
        try (var files = Files.walk(TARGET, FOLDERS_DEEP)) {
            logs = files.filter(file -> LOG.matcher(file.toString()).matches()).toList();
        }
        NotRunHere.unless(!logs.isEmpty(), "the logs of the suite tell no secrets: the suite has not run before");

        Map<String, List<String>> told = new TreeMap<>();
        for (Path log : logs) {
            try (BufferedReader text = reader(log)) {
                text.lines().filter(line -> !found(line).isEmpty()).forEach(line -> told.put(line, found(line)));
            }
        }
        assertThat(told).isEmpty();
    }

    private static List<String> found(String line) {
        return SECRETS.entrySet().stream()
                .filter(secret -> secret.getValue().matcher(line).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static BufferedReader reader(Path log) throws IOException {
        InputStream bytes = Files.newInputStream(log);
        boolean isPacked = log.toString().endsWith(".gz");
        return new BufferedReader(
                new InputStreamReader(isPacked ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8));
    }
}
