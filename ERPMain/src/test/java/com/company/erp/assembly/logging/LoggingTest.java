package com.company.erp.assembly.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.read.ListAppender;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;

/** What the log says, how, where, and who may change how much. */
class LoggingTest extends HttpTest {

    private static final LoggerContext LOGGING = (LoggerContext) LoggerFactory.getILoggerFactory();
    private static final Logger ROOT = LOGGING.getLogger(Logger.ROOT_LOGGER_NAME);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private static final String ACCOUNT = "DE89370400440532013000";

    @Autowired
    private Environment environment;

    @Autowired
    private HikariDataSource pool;

    /** A line of the log that was written while the work went on: the change of a level is one. */
    private ILoggingEvent lineOf(Runnable work) {
        var lines = new ListAppender<ILoggingEvent>();
        Logger logger = LOGGING.getLogger(LogLevels.class);
        lines.start();
        logger.addAppender(lines);
        try {
            work.run();
        } finally {
            logger.detachAppender(lines);
        }
        assertThat(lines.list).hasSize(1);
        return lines.list.getFirst();
    }

    private static void level(Api user, String logger, String level) {
        user.post("/actuator/loggers/" + logger, Map.of("configuredLevel", level))
                .noContent();
    }

    @Test
    void the_file_turns_over_as_the_guide_promises() {
        var file = (RollingFileAppender<ILoggingEvent>) ROOT.getAppender("FILE");
        var policy = (SizeAndTimeBasedRollingPolicy<ILoggingEvent>) file.getRollingPolicy();

        assertThat(policy).extracting("maxFileSize").isEqualTo(FileSize.valueOf("10MB"));
        assertThat(policy).extracting("totalSizeCap").isEqualTo(FileSize.valueOf("1GB"));
        assertThat(policy.getMaxHistory()).isEqualTo(30);
        assertThat(environment.getProperty("logging.level.root")).isEqualTo("INFO");
        assertThat(LOGGING.getLogger("com.company").getLevel()).isEqualTo(Level.INFO);
        assertThat(LOGGING.getLogger("org.springframework.security").getLevel()).isEqualTo(Level.WARN);
        assertThat(LOGGING.getLogger("org.hibernate.SQL").getLevel()).isEqualTo(Level.WARN);
    }

    @Test
    void a_line_names_the_request_the_company_and_the_user() {
        String user = api.get("/api/auth/me").ok().get("id").textValue();
        String companyId = company.get("id").textValue();

        var line = lineOf(() ->
                level(api.with("traceparent", "00-" + TRACE + "-00f067aa0ba902b7-01"), "com.company.quiet", "DEBUG"));

        assertThat(text(line))
                .contains(" WARN  [" + TRACE + " " + companyId + " " + user + "] ", ".LogLevels - The level of com.");
        JsonNode json = json(line);
        assertThat(json.get("trace.id").textValue()).isEqualTo(TRACE);
        assertThat(json.at("/user/id").textValue()).isEqualTo(user);
        assertThat(json.at("/organization/id").textValue()).isEqualTo(companyId);
        assertThat(json.at("/service/name").textValue()).isEqualTo("erp");
        assertThat(json.at("/log/level").textValue()).isEqualTo("WARN");
        assertThat(json.get("message").textValue()).isEqualTo("The level of com.company.quiet was set to DEBUG.");
    }

    @Test
    void a_line_of_nobodys_has_no_empty_brackets() {
        assertThat(text(said("The house is open.", null)))
                .matches(
                        "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d INFO  com\\.company\\.erp\\.House - The house is open\\.\n");
    }

    @Test
    void what_a_message_brings_along_is_no_line_of_its_own() {
        String forged = "2026-11-30 10:00:00 ERROR the books are wrong";

        String text = text(said("Unknown: x\n" + forged, new IllegalStateException("x\r\n" + forged)));

        assertThat(text)
                .contains("\n  " + forged)
                .contains("IllegalStateException")
                .endsWith("\n");
        assertThat(text.lines().filter(line -> line.matches("\\d.*"))).hasSize(1);
    }

    @Test
    void json_comes_by_one_setting() {
        assertThat(environment.getProperty("logging.structured.format.file")).isEmpty();
        System.setProperty("logging.structured.format.console", "ecs");
        try {
            assertThat(environment.getProperty("logging.structured.format.file"))
                    .isEqualTo("ecs");
        } finally {
            System.clearProperty("logging.structured.format.console");
        }
    }

    @Test
    void an_administrator_changes_levels_and_nobody_else() {
        Logger logger = LOGGING.getLogger("com.company.quiet");
        level(api, "com.company.quiet", "TRACE");
        assertThat(logger.getLevel()).isEqualTo(Level.TRACE);
        assertThat(api.get("/actuator/loggers/com.company.quiet")
                        .ok()
                        .get("effectiveLevel")
                        .textValue())
                .isEqualTo("TRACE");
        api.post("/actuator/loggers/com.company.quiet", Map.of()).noContent();
        assertThat(logger.getLevel()).isNull();
        level(installation(null), "com.company.quiet", "ERROR");

        var off = Map.of("configuredLevel", "OFF");
        stranger().post("/actuator/loggers/com.company.quiet", off).refused(401, "session.missing");
        asUserWith("AUDITOR").post("/actuator/loggers/com.company.quiet", off).refused(403, "access.denied");
        asUserWith("AUDITOR").get("/actuator/loggers/com.company.quiet").ok();
        assertThat(logger.getLevel()).isEqualTo(Level.ERROR);
    }

    @Test
    void what_the_database_refuses_does_not_tell_the_values_of_the_row() throws SQLException {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            try (var said = connection.prepareStatement("SELECT set_config('erp.told', ?, true)")) {
                said.setString(1, ACCOUNT);
                said.execute();
            }
            // As a unique key does it, which tells the values in the detail.
            String refusing = """
                    DO $$ BEGIN
                        RAISE unique_violation USING MESSAGE = 'twice',
                            DETAIL = format('Key (account)=(%s) already exists.', current_setting('erp.told'));
                    END $$""";
            assertThatThrownBy(() -> statement.execute(refusing))
                    .hasMessageContaining("twice")
                    .message()
                    .doesNotContain(ACCOUNT);
            connection.rollback();
        }
    }

    private static LoggingEvent said(String message, Throwable trouble) {
        return new LoggingEvent(
                LoggingTest.class.getName(),
                LOGGING.getLogger("com.company.erp.House"),
                Level.INFO,
                message,
                trouble,
                new Object[0]);
    }

    /** The line as the console and the file have it. */
    private static String text(ILoggingEvent line) {
        var console = (ConsoleAppender<ILoggingEvent>) ROOT.getAppender("CONSOLE");
        var file = (RollingFileAppender<ILoggingEvent>) ROOT.getAppender("FILE");
        String text = ((PatternLayoutEncoder) console.getEncoder()).getLayout().doLayout(line);
        assertThat(((PatternLayoutEncoder) file.getEncoder()).getLayout().doLayout(line))
                .isEqualTo(text);
        return text;
    }

    private static JsonNode json(ILoggingEvent line) {
        var encoder = new StructuredLogEncoder();
        encoder.setContext(LOGGING);
        encoder.setFormat("ecs");
        encoder.start();
        try {
            return new ObjectMapper().readTree(new String(encoder.encode(line), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
