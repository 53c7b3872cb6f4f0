package com.company.erp.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations after the first release roll: the version before them goes on working beside the next. */
class RollingMigrationTest {

    /** The newest migration of the first release: it and those before have never run beside anything. */
    private static final String RELEASED = "V20261130_1920__catch_up_with_files.sql";

    @Test
    void every_migration_since_the_release_lets_the_version_before_it_live() throws IOException {
        List<Path> since;
        try (var files = Files.find(
                Path.of(".."),
                9,
                (file, kind) -> file.toString().matches(".*/src/main/resources/db/migration/.*\\.sql"))) {
            since = files.filter(file -> file.getFileName().toString().compareTo(RELEASED) > 0
                            && file.getFileName().toString().startsWith("V"))
                    .toList();
        }
        for (Path migration : since) {
            assertThat(MigrationLint.faults(Files.readString(migration)))
                    .as(migration.getFileName().toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE parties;",
                "ALTER TABLE parties DROP COLUMN name;",
                "ALTER TABLE parties RENAME COLUMN name TO title;",
                "ALTER TABLE parties RENAME TO partners;",
                "ALTER TABLE parties ADD COLUMN grade text NOT NULL;",
                "ALTER TABLE parties ADD grade text NOT NULL CHECK (grade <> '');",
                "ALTER TABLE parties ADD COLUMN a text NOT NULL DEFAULT '', ADD COLUMN b text NOT NULL;",
                "ALTER TABLE parties ALTER COLUMN name SET NOT NULL;",
                "ALTER TABLE parties ALTER COLUMN name TYPE varchar(20);",
                "ALTER TABLE parties ADD CONSTRAINT named CHECK (name <> '');",
                "ALTER TABLE parties ADD FOREIGN KEY (company_id) REFERENCES companies (id);",
                "ALTER TABLE parties ADD UNIQUE (company_id, name);",
                "CREATE INDEX parties_name ON parties (company_id, name);",
                "CREATE TABLE grades (id uuid); CREATE UNIQUE INDEX parties_name ON parties (company_id, name);",
                "ALTER TABLE parties ADD COLUMN grade text; UPDATE parties SET grade = 'A';",
                "VACUUM FULL parties;",
                "REINDEX TABLE parties;",
                "LOCK TABLE parties;"
            })
    void what_the_version_before_could_not_live_with_is_refused(String migration) {
        assertThat(MigrationLint.faults(migration)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE grades (id uuid NOT NULL CHECK (id IS NOT NULL)); CREATE INDEX grades_id ON grades (id);",
                "CREATE TABLE grades (id uuid); ALTER TABLE grades ADD CONSTRAINT pk PRIMARY KEY (id);",
                "ALTER TABLE parties ADD COLUMN grade text;",
                "ALTER TABLE parties ADD COLUMN grade text NOT NULL DEFAULT 'A';",
                "ALTER TABLE parties ADD COLUMN grade text DEFAULT 'A' NOT NULL;",
                "UPDATE parties SET grade = 'A' WHERE grade IS NULL;",
                "CREATE INDEX CONCURRENTLY parties_grade ON parties (company_id, grade);",
                "ALTER TABLE parties ADD CONSTRAINT graded CHECK (grade <> '') NOT VALID;",
                "ALTER TABLE parties VALIDATE CONSTRAINT graded;",
                "ALTER TABLE parties ADD CONSTRAINT graded UNIQUE USING INDEX parties_grade;",
                "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS $$ DELETE FROM parties; DROP TABLE parties $$;",
                "-- DROP TABLE parties;\nSELECT 1;"
            })
    void what_it_can_live_with_is_let_through(String migration) {
        assertThat(MigrationLint.faults(migration)).isEmpty();
    }
}
