package com.company.erp.assembly.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class EmbeddedServersInitializerTest {

    private static final String OWN_DATABASE = "jdbc:postgresql://db.example.com/erp_db";
    private static final String OWN_REDIS = "redis.example.com";

    @TempDir
    Path around;

    @Test
    void nothing_is_started_where_the_configuration_names_both_servers() {
        for (String setting : new String[] {"SPRING_DATA_REDIS_HOST", "SPRING_REDIS_HOST"}) {
            try (var context = context(
                    Map.of("spring.datasource.url", OWN_DATABASE, setting, OWN_REDIS, "JWT_SECRET", "from outside"))) {
                assertThat(context.getEnvironment().getProperty("spring.datasource.url"))
                        .isEqualTo(OWN_DATABASE);
                assertThat(context.getEnvironment().getProperty("erp.jwt.secret"))
                        .isEqualTo("from outside");
                assertThat(folder()).doesNotExist();
            }
        }
    }

    @Test
    void sentinels_and_clusters_are_told_by_their_nodes_alone() {
        for (String nodes : new String[] {"SPRING_DATA_REDIS_SENTINEL_NODES", "SPRING_DATA_REDIS_CLUSTER_NODES"}) {
            try (var context = context(Map.of(
                    "spring.datasource.url",
                    OWN_DATABASE,
                    "JWT_SECRET",
                    "from outside",
                    "SPRING_DATA_REDIS_HOST",
                    "",
                    nodes,
                    OWN_REDIS + ":26379"))) {
                assertThat(context.getEnvironment().getProperty("spring.data.redis.host"))
                        .as("Spring Boot refuses to start with none")
                        .isNotEmpty();
                assertThat(folder()).doesNotExist();
            }
        }
    }

    @Test
    void a_database_of_ones_own_without_a_jwt_secret_is_refused() {
        assertThatThrownBy(() -> context(Map.of("spring.datasource.url", OWN_DATABASE)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("JWT_SECRET");
        assertThat(folder()).doesNotExist();
    }

    @Test
    void where_no_server_may_be_started_a_database_must_be_named_and_redis_may_be_missing() {
        assertThatThrownBy(() -> context(Map.of("erp.embedded.allowed", "false")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("SPRING_DATASOURCE_URL");
        try (var context = context(Map.of(
                "erp.embedded.allowed",
                "false",
                "SPRING_DATASOURCE_URL",
                OWN_DATABASE,
                "JWT_SECRET",
                "from outside"))) {
            assertThat(context.getEnvironment().getProperty("spring.data.redis.port"))
                    .isEqualTo("1");
            assertThat(context.getEnvironment().getProperty("erp.jwt.secret")).isEqualTo("from outside");
        }
        assertThat(folder()).doesNotExist();
    }

    @Test
    void redis_alone_is_started_beside_a_database_of_ones_own() {
        try (var context = context(Map.of("spring.datasource.url", OWN_DATABASE, "JWT_SECRET", "from outside"))) {
            ConfigurableEnvironment environment = context.getEnvironment();
            assertThat(environment.getProperty("spring.datasource.url")).isEqualTo(OWN_DATABASE);
            assertThat(environment.getProperty("spring.data.redis.host")).isEqualTo("127.0.0.1");
            assertThat(folder().resolve("postgresql")).doesNotExist();
        }
    }

    @Test
    void the_database_outlives_the_beans_that_use_it_and_not_the_context() throws Exception {
        var lastWord = new StringBuilder();
        RunningDatabase database;
        try (var context = context(Map.of("SPRING_DATA_REDIS_HOST", OWN_REDIS))) {
            database = RunningDatabase.in(folder()).orElseThrow();
            RunningDatabase there = database;
            context.registerBean(DisposableBean.class, () -> () -> lastWord.append(say(there, "goodbye")));
            context.refresh();
            assertThat(context.getEnvironment().getProperty("spring.data.redis.host"))
                    .isEqualTo(OWN_REDIS);
            assertThat(context.getEnvironment().getProperty("erp.jwt.secret"))
                    .isEqualTo(Files.readString(folder().resolve("jwt-secret")))
                    .hasSize(64);
        }
        assertThat(lastWord).hasToString("goodbye");
        assertThatThrownBy(() -> say(database, "anyone?")).hasMessageContaining("refused");
        DataFolder.open(folder()).close();
    }

    @Test
    void two_contexts_of_one_jvm_share_the_servers_until_the_last_is_closed() throws Exception {
        Map<String, Object> settings = Map.of("SPRING_DATA_REDIS_HOST", OWN_REDIS);
        try (var first = context(settings)) {
            String url = first.getEnvironment().getProperty("spring.datasource.url");
            try (var second = context(settings)) {
                assertThat(second.getEnvironment().getProperty("spring.datasource.url"))
                        .isEqualTo(url);
                second.refresh();
            }
            assertThat(say(RunningDatabase.in(folder()).orElseThrow(), "still here"))
                    .isEqualTo("still here");
            first.refresh();
        }
        assertThat(RunningDatabase.in(folder())).isEmpty();
    }

    @Test
    void without_redis_the_erp_goes_on_and_talks_to_no_other_one() throws Exception {
        Files.createDirectories(folder());
        Files.writeString(folder().resolve("redis"), "a file where Redis wants a folder");
        try (var context = context(Map.of("spring.datasource.url", OWN_DATABASE, "JWT_SECRET", "from outside"))) {
            assertThat(context.getEnvironment().getProperty("spring.data.redis.host"))
                    .isEqualTo("127.0.0.1");
            assertThat(context.getEnvironment().getProperty("spring.data.redis.port"))
                    .isEqualTo("1");
        }
    }

    private Path folder() {
        return around.resolve("data");
    }

    private GenericApplicationContext context(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("erp.data", folder().toString());
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SystemEnvironmentPropertySource("settings", all));
        var context = new GenericApplicationContext();
        context.setEnvironment(environment);
        new EmbeddedServersInitializer().initialize(context);
        return context;
    }

    private static String say(RunningDatabase database, String word) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var answer = connection.createStatement().executeQuery("SELECT '" + word + "'")) {
            answer.next();
            return answer.getString(1);
        }
    }
}
