package com.company.erp.assembly.watch;

import com.company.erp.assembly.security.SystemWatch;
import com.company.erp.web.system.SystemState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.SpringBootVersion;
import org.springframework.boot.actuate.health.HealthEndpoint;
import org.springframework.boot.info.BuildProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the page of the system what health, meters, jobs and build know. */
@Component
class RunningSystem implements SystemState {

    private final SystemWatch watch;
    private final HealthEndpoint health;
    private final HouseMeters meters;
    private final JobState jobs;
    private final ObjectProvider<BuildProperties> build;
    private final JdbcClient jdbc;

    RunningSystem(
            SystemWatch watch,
            HealthEndpoint health,
            HouseMeters meters,
            JobState jobs,
            ObjectProvider<BuildProperties> build,
            JdbcClient jdbc) {
        this.watch = watch;
        this.health = health;
        this.meters = meters;
        this.jobs = jobs;
        this.build = build;
        this.jdbc = jdbc;
    }

    @Override
    public State read() {
        watch.enter();
        List<Part> parts = HouseHealth.SHOWN.stream().sorted().map(this::part).toList();
        return new State(parts, meters.figures(), jobs.jobs(), jobs.rounds(), jobs.backups(), versions());
    }

    private Part part(String name) {
        return Optional.ofNullable(health.healthForPath(name))
                .map(found -> new Part(name, found.getStatus().getCode()))
                .orElse(new Part(name, "UNKNOWN"));
    }

    private Map<String, String> versions() {
        var versions = new LinkedHashMap<String, String>();
        build.ifAvailable(built -> versions.put("ERP", built.getVersion() + " (" + built.getTime() + ")"));
        versions.put("Java", Runtime.version().toString());
        versions.put("Spring Boot", SpringBootVersion.getVersion());
        versions.put(
                "PostgreSQL",
                jdbc.sql("SHOW server_version").query(String.class).single());
        return versions;
    }
}
