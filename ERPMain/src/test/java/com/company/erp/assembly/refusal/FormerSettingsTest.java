package com.company.erp.assembly.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.impl.NoOpLog;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class FormerSettingsTest {

    private final List<String> said = new ArrayList<>();

    @SuppressWarnings("serial")
    private final Log log = new NoOpLog() {
        @Override
        public void warn(Object message) {
            said.add(message.toString());
        }
    };

    private StandardEnvironment environment(Map<String, Object> given, PropertySource<?>... more) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("given", given));
        List.of(more).forEach(environment.getPropertySources()::addFirst);
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "Config resource 'class path resource [application.properties]' via location",
                        Map.of(
                                "logging.logback.rollingpolicy.max-file-size", "10MB",
                                "spring.data.redis.host", "")));
        new FormerSettings(destination -> log).postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }

    @Test
    void what_has_another_name_today_is_heard_and_said() {
        var environment = environment(Map.of("logging.file.max-size", "7MB", "spring.redis.host", "redis.example.com"));

        assertThat(environment.getProperty("logging.logback.rollingpolicy.max-file-size"))
                .isEqualTo("7MB");
        assertThat(environment.getProperty("spring.data.redis.host")).isEqualTo("redis.example.com");
        assertThat(said)
                .contains("The setting spring.redis.host is called spring.data.redis.host today; it is still heard.");
    }

    /** As a variable of the environment too, which is how containers are told. */
    @Test
    void many_servers_of_redis_are_heard_under_their_former_names() {
        var variables = new SystemEnvironmentPropertySource(
                "systemEnvironment", Map.of("SPRING_REDIS_CLUSTER_NODES", "redis1:6379,redis2:6379"));
        var environment = environment(Map.of("spring.redis.sentinel.master", "mymaster"), variables);

        assertThat(environment.getProperty("spring.data.redis.cluster.nodes")).isEqualTo("redis1:6379,redis2:6379");
        assertThat(environment.getProperty("spring.data.redis.sentinel.master")).isEqualTo("mymaster");
    }

    @Test
    void todays_name_goes_before() {
        var environment = environment(
                Map.of("logging.file.max-size", "7MB", "logging.logback.rollingpolicy.max-file-size", "8MB"));

        assertThat(environment.getProperty("logging.logback.rollingpolicy.max-file-size"))
                .isEqualTo("8MB");
    }

    @Test
    void what_has_no_effect_any_more_is_said() {
        environment(Map.of("spring.session.store-type", "redis"));

        assertThat(said)
                .containsExactly("The setting spring.session.store-type has no effect any more: sessions are"
                        + " kept in Redis, and the API has none.");
    }

    @Test
    void without_former_names_nothing_is_said() {
        assertThat(environment(Map.of()).getPropertySources().contains(FormerSettings.NAME))
                .isFalse();
        assertThat(said).isEmpty();
    }
}
