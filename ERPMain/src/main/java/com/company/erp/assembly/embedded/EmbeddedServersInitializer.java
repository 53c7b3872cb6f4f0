package com.company.erp.assembly.embedded;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServersInitializer.class);
    private static final String REDIS_HOST = "spring.data.redis.host";
    private static final List<String> NAMES_A_REDIS = List.of(
            REDIS_HOST,
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
        var settings = Binder.get(environment).bindOrCreate("erp", EmbeddedProperties.class);
        // Spring Boot wants one also where sentinels or the nodes of a cluster are asked instead.
        if (!ownRedis && !isGiven(REDIS_HOST, environment)) found.put(REDIS_HOST, FreePort.LOOPBACK);
        if (!ownDatabase) DataFolder.requireWritable(Path.of(settings.data()));
        if (ownDatabase || ownRedis) {
            if (settings.embedded().allowed()) {
                stopAfterAllBeans(context, start(settings, ownDatabase, ownRedis, found));
            } else {
                goOnWithout(ownDatabase, found);
            }
        }
        environment.getPropertySources().addFirst(new MapPropertySource("embedded servers", found));
    }

    private static EmbeddedServers start(
            EmbeddedProperties settings, boolean database, boolean redis, Map<String, Object> found) {
        EmbeddedServers servers = EmbeddedServers.of(Path.of(settings.data()));
        try {
            if (database) addDatabase(found, servers, settings);
            if (redis) addRedis(found, servers.redis());
            return servers;
        } catch (RuntimeException e) {
            servers.close();
            throw e;
        }
    }

    /** Redis may be missing, the database may not. */
    private static void goOnWithout(boolean ownDatabase, Map<String, Object> found) {
        if (ownDatabase) {
            throw new StartRefused(
                    "SPRING_DATASOURCE_URL names no database, and none may be started here (erp.embedded.allowed=false):"
                            + " its data would go with the container.",
                    "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        }
        LOG.warn("SPRING_DATA_REDIS_HOST names no Redis, and none may be started here: pages do not work without.");
        addRedis(found, Optional.empty());
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

    private static void addRedis(Map<String, Object> found, Optional<EmbeddedRedis> redis) {
        found.put(REDIS_HOST, FreePort.LOOPBACK);
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
