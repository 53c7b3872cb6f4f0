package com.company.erp.assembly.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    private static final int NOBODY = 65534;

    @TempDir
    static Path around;

    /** Made once, since unpacking and initdb take longer than all the rest; each test leaves it closed and sound. */
    private static Path folder;

    @BeforeAll
    static void makeTheFolder() throws IOException {
        Files.setPosixFilePermissions(around, PosixFilePermissions.fromString("rwxr-xr-x"));
        folder = around.resolve("data");
        try (var data = DataFolder.open(folder)) {
            start(data).close();
        }
    }

    @Test
    void a_restart_keeps_what_was_written() throws Exception {
        try (var data = DataFolder.open(folder);
                var postgres = start(data)) {
            execute(postgres, "CREATE TABLE restarted AS SELECT 'kept' AS note");
        }

        try (var data = DataFolder.open(folder);
                var postgres = start(data)) {
            assertThat(ask(postgres, "SELECT note FROM restarted")).isEqualTo("kept");
            assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(ask(postgres, "SHOW data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void the_server_is_reachable_from_this_machine_alone_and_by_password_alone() throws Exception {
        try (var data = DataFolder.open(folder);
                var postgres = start(data)) {
            assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(postgres, "SHOW unix_socket_directories")).isEmpty();
            RunningDatabase there = postgres.connection();
            assertThatThrownBy(() -> DriverManager.getConnection(there.url(), there.user(), "wrong"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password");
        }
    }

    @Test
    void letters_beyond_ascii_have_an_upper_and_a_lower_case() throws Exception {
        try (var data = DataFolder.open(folder);
                var postgres = start(data)) {
            assertThat(ask(postgres, "SELECT lower('ÄÉŁΩ')")).isEqualTo("äéłω");
        }
    }

    @Test
    void the_folder_and_its_secrets_are_for_their_owner_alone() throws Exception {
        try (var data = DataFolder.open(folder);
                var postgres = start(data)) {
            assertThat(permissions("")).isEqualTo("rwx------");
            assertThat(permissions("postgres-password")).isEqualTo("rw-------");
            assertThat(permissions("connection.properties")).isEqualTo("rw-------");
            assertThat(RunningDatabase.in(folder)).contains(postgres.connection());
        }
        assertThat(RunningDatabase.in(folder)).isEmpty();
    }

    @Test
    void after_a_kill_of_the_jvm_every_row_is_there_and_one_server_alone() throws Exception {
        SeparateErp first = SeparateErp.on(folder);
        long orphan = Long.parseLong(first.says());
        try (var connection = connect(RunningDatabase.in(folder).orElseThrow())) {
            connection.createStatement().execute("CREATE TABLE killed AS SELECT 'kept' AS note");
        }
        first.kill();

        try (var data = DataFolder.open(folder);
                var postgres = start(data)) {
            assertThat(ask(postgres, "SELECT note FROM killed")).isEqualTo("kept");
            // It has given up its data by now, but may still be on its way out.
            var leaving = ProcessHandle.of(orphan);
            if (leaving.isPresent()) leaving.get().onExit().get(30, TimeUnit.SECONDS);
        }
    }

    @Test
    void a_killed_jvm_takes_its_server_along() throws Exception {
        assumeTrue(Machine.isLinux(), "elsewhere the next start stops it");
        SeparateErp killed = SeparateErp.on(folder);
        ProcessHandle server = ProcessHandle.of(Long.parseLong(killed.says())).orElseThrow();
        killed.kill();
        server.onExit().get(30, TimeUnit.SECONDS);
        assertThat(folder.resolve("postgresql/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    void ctrl_c_in_a_terminal_does_not_reach_the_server() throws Exception {
        assumeTrue(Machine.isLinux(), "elsewhere there is no /proc to ask");
        try (var data = DataFolder.open(folder);
                var postgres = start(data)) {
            String afterName = Files.readString(Path.of("/proc/" + postgres.pid() + "/stat"))
                    .replaceFirst(".*\\) ", "");
            String session = afterName.split(" ")[3];
            assertThat(session).isEqualTo(Long.toString(postgres.pid()));
        }
    }

    @Test
    void a_server_that_outlived_its_jvm_is_stopped_by_the_next_start() throws Exception {
        EmbeddedPostgres orphan;
        try (var data = DataFolder.open(folder)) {
            orphan = start(data);
            execute(orphan, "CREATE TABLE orphaned AS SELECT 'kept' AS note");
        }
        try (var clientThatStays = connect(orphan.connection());
                var data = DataFolder.open(folder);
                var postgres = start(data)) {
            assertThat(isAlive(orphan.pid())).isFalse();
            assertThat(clientThatStays.isValid(1)).isFalse();
            assertThat(ask(postgres, "SELECT note FROM orphaned")).isEqualTo("kept");
        }
    }

    @Test
    void a_process_number_that_is_somebody_elses_by_now_is_left_alone() throws Exception {
        Process stranger = new ProcessBuilder("sleep", "60").start();
        try (var data = DataFolder.open(folder)) {
            Files.writeString(folder.resolve("postgresql/cluster/postmaster.pid"), stranger.pid() + "\n");
            start(data).close();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void a_folder_in_use_by_another_jvm_is_refused() throws Exception {
        try (SeparateErp other = SeparateErp.on(folder)) {
            other.says();
            assertThatThrownBy(() -> DataFolder.open(folder))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageMatching("The data folder .* is in use by another running ERP \\(process \\d+\\)\\.");
        }
    }

    @Test
    void a_folder_in_use_stays_so_after_a_second_look_from_the_same_jvm() throws Exception {
        try (var held = DataFolder.open(folder)) {
            assertThatThrownBy(() -> DataFolder.open(folder)).hasMessageContaining("in use");
            try (SeparateErp other = SeparateErp.on(folder)) {
                assertThat(other.says()).contains("in use");
            }
        }
    }

    @Test
    void a_half_made_cluster_is_made_anew() throws Exception {
        Path fresh = folderWithProgramsAlone("half-made");
        Files.createDirectories(fresh.resolve("postgresql/cluster-draft/base"));
        try (var data = DataFolder.open(fresh);
                var postgres = start(data)) {
            assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void the_oldest_supported_version_runs_from_an_archive_that_is_named() throws Exception {
        Path archive;
        try (Stream<Path> unpackedByTheBuild = Files.list(Path.of("target/postgres-14"))) {
            archive = unpackedByTheBuild.findFirst().orElseThrow();
        }
        try (var data = DataFolder.open(around.resolve("oldest"));
                var postgres = EmbeddedPostgres.start(data, PostgresPrograms.at(archive))) {
            assertThat(ask(postgres, "SHOW server_version")).startsWith("14.");
            assertThat(ask(postgres, "SELECT lower('ÄÉŁΩ')")).isEqualTo("äéłω");
        }
    }

    @Test
    void an_archive_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> PostgresPrograms.at(around.resolve("none.txz")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("There is no file");
    }

    @Test
    void a_cluster_of_another_version_is_refused() throws Exception {
        Path version = folder.resolve("postgresql/cluster/PG_VERSION");
        String right = Files.readString(version);
        try (var data = DataFolder.open(folder)) {
            Files.writeString(version, "12\n");
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("was made by PostgreSQL 12, and this is PostgreSQL 18");
        } finally {
            Files.writeString(version, right);
        }
    }

    @Test
    void a_server_that_cannot_start_is_told_in_its_own_words() throws Exception {
        Path settings = folder.resolve("postgresql/cluster/postgresql.auto.conf");
        String right = Files.readString(settings);
        try (var data = DataFolder.open(folder)) {
            Files.writeString(settings, "nonsense = 1\n");
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageStartingWith("PostgreSQL did not start: ")
                    .hasMessageContaining("postgresql.auto.conf\" contains errors");
        } finally {
            Files.writeString(settings, right);
        }
    }

    @Test
    void a_folder_that_is_a_file_is_refused() throws Exception {
        Path file = Files.writeString(around.resolve("file"), "");
        assertThatThrownBy(() -> DataFolder.open(file))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The data folder " + file + " is a file.");
    }

    @Test
    void a_folder_of_another_user_is_refused() throws Exception {
        assumeTrue(Machine.uid() == Machine.ROOT, "only root can become another user");
        Path ofRoot = Files.createDirectory(around.resolve("of-root"));
        List<String> asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        try (SeparateErp other = SeparateErp.run(asNobody, copyOfClasses().toString(), ofRoot)) {
            assertThat(other.says())
                    .matches("The data folder .* belongs to the user root, and the ERP was started by .*");
        }
    }

    @Test
    void a_cluster_of_another_user_is_refused() throws Exception {
        assumeTrue(Machine.uid() == Machine.ROOT, "only root can give files away");
        Path cluster = folder.resolve("postgresql/cluster");
        int right = DataFolder.uidOf(cluster);
        try (var data = DataFolder.open(folder)) {
            Files.setAttribute(cluster, "unix:uid", 0);
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("belongs to the user root");
        } finally {
            Files.setAttribute(cluster, "unix:uid", right);
        }
    }

    @Test
    void root_runs_the_server_as_nobody_even_where_nobody_may_not_enter() throws Exception {
        assumeTrue(Machine.uid() == Machine.ROOT, "an ordinary user runs it as itself");
        Path fresh = folderWithProgramsAlone("private/data");
        Files.setPosixFilePermissions(fresh.getParent(), PosixFilePermissions.fromString("rwx------"));
        for (int run = 1; run <= 2; run++) {
            try (var data = DataFolder.open(fresh);
                    var postgres = start(data)) {
                execute(postgres, "CREATE TABLE IF NOT EXISTS notes (run int)");
                execute(postgres, "INSERT INTO notes VALUES (" + run + ")");
                assertThat(DataFolder.uidOf(Path.of("/proc/" + postgres.pid()))).isEqualTo(NOBODY);
                assertThat(ask(postgres, "SELECT count(*) FROM notes")).isEqualTo("" + run);
            }
        }
    }

    @Test
    void a_full_disk_is_told_before_the_database_meets_it() throws Exception {
        assumeTrue(Machine.uid() == Machine.ROOT && Machine.isLinux(), "only root can mount a small disk");
        Path small = Files.createDirectory(around.resolve("small"));
        run("mount", "-t", "tmpfs", "-o", "size=32m", "tmpfs", small.toString());
        try (var data = DataFolder.open(small)) {
            assertThatThrownBy(() -> start(data))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageMatching("The disk that holds the data folder .* has only \\d+ MB left, .*");
        } finally {
            run("umount", small.toString());
        }
    }

    private static Path folderWithProgramsAlone(String name) throws Exception {
        Path fresh = around.resolve(name);
        Files.createDirectories(fresh.resolve("postgresql"));
        try (Stream<Path> programs = Files.list(folder.resolve("postgresql"))) {
            Path unpacked =
                    programs.filter(PostgresPrograms::isPrograms).findFirst().orElseThrow();
            run("cp", "-Rp", unpacked.toString(), fresh.resolve("postgresql").toString());
        }
        return fresh;
    }

    private static EmbeddedPostgres start(DataFolder data) {
        return EmbeddedPostgres.start(data, PostgresPrograms.bundled());
    }

    private static Connection connect(RunningDatabase there) throws SQLException {
        return DriverManager.getConnection(there.url(), there.user(), there.password());
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres.connection())) {
            connection.createStatement().execute(sql);
        }
    }

    private static String ask(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (var connection = connect(postgres.connection());
                ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static boolean isAlive(long pid) {
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file)));
    }

    /** This package's classes in a place that any user may read. */
    private static Path copyOfClasses() throws IOException {
        Path copy = Files.createDirectory(around.resolve("classes"));
        String inside = EmbeddedPostgresTest.class.getPackageName().replace('.', '/');
        Files.createDirectories(copy.resolve(inside));
        for (String root : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path classes = Path.of(root).resolve(inside);
            if (Files.isDirectory(classes)) {
                try (Stream<Path> files = Files.list(classes)) {
                    for (Path file : files.toList()) {
                        Files.copy(file, copy.resolve(inside).resolve(file.getFileName()));
                    }
                }
            }
        }
        return copy;
    }

    private static void run(String... command) throws Exception {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
