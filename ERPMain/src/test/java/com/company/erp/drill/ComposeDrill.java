package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** service.md, Docker Compose: its own program reads our file; starting containers is left to those who have Docker. */
class ComposeDrill extends Drill {

    private Path folder;

    @BeforeAll
    static void check() {
        needs("compose", "docker-compose");
    }

    @BeforeEach
    void copy() {
        folder = Scratch.folder("compose");
        Programs.run("cp", "-R", "ops", folder.resolve("ops").toString()).ok();
    }

    @Test
    void without_its_secrets_it_does_not_start_and_says_which_is_missing() {
        Programs.Outcome refused = compose().run();

        assertThat(refused.code()).isNotZero();
        assertThat(refused.said()).contains("Set DB_PASSWORD in the file .env, see .env.example");
    }

    @Test
    void with_them_the_file_is_accepted_with_all_of_its_profiles() {
        Path example = folder.resolve("ops/compose/.env.example");
        String filled = Runbook.text(example)
                .replace("DB_PASSWORD=", "DB_PASSWORD=secure_password")
                .replace("JWT_SECRET_KEY=", "JWT_SECRET_KEY=at_least_32_random_characters_here");
        Scratch.file(example, filled);

        String config = compose().run().ok();

        assertThat(config)
                .contains("SPRING_DATASOURCE_PASSWORD: secure_password", "condition: service_healthy")
                .contains("postgres-replica:", "grafana:", "proxy:");
    }

    /** {@code docker compose -f FILE COMMAND …} shows what it would work with. */
    private Runbook.Block compose() {
        return Runbook.block("compose")
                .with("ops/compose", folder.resolve("ops/compose").toString())
                .standIn(
                        "docker",
                        "docker-compose --project-directory \"$(dirname \"$3\")\" -f \"$3\" "
                                + "--profile monitoring --profile proxy --profile replica config");
    }
}
