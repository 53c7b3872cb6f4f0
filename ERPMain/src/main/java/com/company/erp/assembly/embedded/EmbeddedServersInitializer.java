package com.company.erp.assembly.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Before any bean is made: starts the servers that the configuration names no others for, and completes the
 * configuration with where they are. The choice for the database and the choice for Redis do not depend on each other.
 */
final class EmbeddedServersInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<String> NAMES_A_REDIS = List.of(
            "spring.data.redis.host",
            "spring.data.redis.url",
            "spring.data.redis.sentinel.nodes",
            "spring.data.redis.cluster.nodes",
            "SPRING_REDIS_HOST");

    /** Nothing listens there, and no foreign Redis can: connecting fails at once, and the ERP goes on without. */
    private static final int NO_PORT = 1;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        boolean ownDatabase = !isGiven("spring.datasource.url", environment);
        boolean ownRedis = NAMES_A_REDIS.stream().noneMatch(name -> isGiven(name, environment));
        Optional<String> jwtSecret = givenJwtSecret(environment);
        if (!ownDatabase && jwtSecret.isEmpty()) {
            throw new StartRefused(
                    "With a database of your own, the ERP needs a JWT_SECRET, the same for all of its instances.",
                    "Set the environment variable JWT_SECRET to at least 32 random characters.");
        }
        Map<String, Object> found = new HashMap<>();
        jwtSecret.ifPresent(secret -> found.put("erp.jwt.secret", secret));
        if (ownDatabase || ownRedis) {
            var settings = Binder.get(environment).bindOrCreate("erp", EmbeddedProperties.class);
            EmbeddedServers servers = EmbeddedServers.of(Path.of(settings.data()));
            try {
                if (ownDatabase) {
                    addDatabase(found, servers, settings);
                }
                if (ownRedis) {
                    addRedis(found, servers);
                }
            } catch (RuntimeException e) {
                servers.close();
                throw e;
            }
            stopAfterAllBeans(context, servers);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("embedded servers", found));
    }

    private static void addDatabase(Map<String, Object> found, EmbeddedServers servers, EmbeddedProperties settings) {
        PostgresPrograms programs =
                PostgresPrograms.at(settings.embedded().postgres().binaries());
        RunningDatabase database = servers.database(programs);
        found.put("spring.datasource.url", database.url());
        found.put("spring.datasource.username", database.user());
        found.put("spring.datasource.password", database.password());
        found.computeIfAbsent("erp.jwt.secret", absent -> servers.jwtSecret());
    }

    private static void addRedis(Map<String, Object> found, EmbeddedServers servers) {
        Optional<EmbeddedRedis> redis = servers.redis();
        found.put("spring.data.redis.host", FreePort.LOOPBACK);
        found.put("spring.data.redis.port", redis.map(EmbeddedRedis::port).orElse(NO_PORT));
        found.put(
                "spring.data.redis.password", redis.map(EmbeddedRedis::password).orElse(""));
    }

    private static Optional<String> givenJwtSecret(Environment environment) {
        return List.of("erp.jwt.secret", "JWT_SECRET").stream()
                .filter(name -> isGiven(name, environment))
                .findFirst()
                .map(environment::getRequiredProperty);
    }

    private static boolean isGiven(String name, Environment environment) {
        return StringUtils.hasText(environment.getProperty(name));
    }

    /** What can be destroyed is destroyed in the opposite order of its making, so this comes first to go last. */
    private static void stopAfterAllBeans(ConfigurableApplicationContext context, EmbeddedServers servers) {
        var beans = (DefaultSingletonBeanRegistry) context.getBeanFactory();
        beans.registerDisposableBean("embeddedServers", servers::close);
    }
}
