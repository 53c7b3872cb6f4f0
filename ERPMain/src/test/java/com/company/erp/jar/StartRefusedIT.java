package com.company.erp.jar;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.NotRunHere;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What keeps the ERP from starting is told in a sentence, without a stack trace, and the exit code is 1. */
class StartRefusedIT {

    private static final String NOBODY = "65534";

    @TempDir
    private Path around;

    @BeforeEach
    void letOthersIn() throws IOException {
        Files.setPosixFilePermissions(around, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void a_data_folder_in_use() throws IOException {
        Path data = Files.createDirectory(around.resolve("data"));
        try (FileChannel held =
                        FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = held.lock()) {
            assertThat(lock.isValid()).isTrue();
            expectRefusal(List.of(), data, "The data folder .* is in use by another running ERP");
        }
    }

    @Test
    void a_data_folder_of_another_user() throws Exception {
        requireRoot("a data folder of another user");
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        NotRunHere.unless(
                run("setpriv", "--reuid=" + NOBODY, "--clear-groups", "test", "-x", java.toString()) == 0
                        && run(
                                        "setpriv",
                                        "--reuid=" + NOBODY,
                                        "--clear-groups",
                                        "test",
                                        "-r",
                                        "target/ERPMain-1.0.0.jar")
                                == 0,
                "a data folder of another user: nobody may not read the JDK or the jar here");
        expectRefusal(
                List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"),
                Files.createDirectory(around.resolve("of-root")),
                "The data folder .* belongs to the user root, and the ERP was started by ");
    }

    @Test
    void a_disk_that_may_not_be_written() throws Exception {
        requireRoot("a disk that may not be written");
        withDisk(
                "ro,size=8m",
                disk -> expectRefusal(
                        List.of(),
                        disk.resolve("data"),
                        "The (ERP may not write to its data folder|data folder) .*Read-only file system"));
    }

    @Test
    void a_disk_that_is_full() throws Exception {
        requireRoot("a disk that is full");
        withDisk(
                "size=32m",
                disk -> expectRefusal(
                        List.of(),
                        disk.resolve("data"),
                        "The disk that holds the data folder .* has only \\d+ MB left"));
    }

    @Test
    void a_disk_with_no_room_at_all() throws Exception {
        requireRoot("a disk with no room at all");
        withDisk("size=64k,nr_inodes=3", disk -> {
            Files.write(disk.resolve("filler"), new byte[64 * 1024]);
            expectRefusal(
                    List.of(),
                    disk.resolve("data"),
                    "The disk that holds the data folder .* (is full|has only 0 MB left)");
        });
    }

    @Test
    void a_setting_that_cannot_be_read() {
        expectRefusal(
                Map.of("ERP_EVENTS_SEAL_EVERY", "soon"),
                "The setting erp.events.seal-every is 'soon' .*, and that is not a duration such as");
    }

    @Test
    void a_port_that_is_taken() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());
            expectRefusal(Map.of("SERVER_PORT", port), "Port " + port + " was already in use");
        }
    }

    @Test
    void a_database_that_is_down() {
        expectRefusal(elsewhere(), "The database at 127.0.0.1:1 does not answer\\.");
    }

    @Test
    void a_database_of_ones_own_without_a_jwt_secret() {
        var elsewhere = elsewhere();
        elsewhere.put("JWT_SECRET", "");
        expectRefusal(elsewhere, "With a database of your own, the ERP needs a JWT_SECRET");
    }

    @Test
    void a_disk_that_may_not_be_written_beside_a_database_of_ones_own() throws Exception {
        requireRoot("a disk that may not be written, beside a database of one's own");
        withDisk("ro,size=8m", disk -> {
            var elsewhere = elsewhere();
            elsewhere.put("ERP_DATA", disk.resolve("data").toString());
            expectRefusal(elsewhere, "The ERP may not write to its data folder " + disk);
        });
    }

    @Test
    void a_key_store_that_cannot_be_read() throws IOException {
        Path store = Files.writeString(around.resolve("keystore.jks"), "no key store");
        expectRefusal(
                Map.of(
                        "SERVER_SSL_ENABLED",
                        "true",
                        "SERVER_SSL_KEY_STORE",
                        store.toString(),
                        "SERVER_SSL_KEY_STORE_PASSWORD",
                        "changeit"),
                "The key store .*keystore.jks cannot be read: ");
    }

    /** A database that nobody runs. */
    private static Map<String, String> elsewhere() {
        return new HashMap<>(Map.of(
                "SPRING_DATASOURCE_URL",
                "jdbc:postgresql://127.0.0.1:1/erp_db",
                "SPRING_DATA_REDIS_HOST",
                "127.0.0.1",
                "JWT_SECRET",
                "at least 32 random characters, here"));
    }

    private void expectRefusal(Map<String, String> environment, String sentence) {
        try (BuiltErp erp = BuiltErp.launch(around.resolve("data"), environment)) {
            assertThat(erp.exitCode()).as(erp.said()).isEqualTo(1);
            assertThat(erp.said()).containsPattern(sentence).doesNotContain("\tat ");
        }
    }

    private interface OnDisk {
        void use(Path disk) throws IOException;
    }

    private void withDisk(String options, OnDisk use) throws Exception {
        Path disk = Files.createDirectory(around.resolve("disk"));
        assertThat(run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()))
                .isZero();
        try {
            use.use(disk);
        } finally {
            run("umount", disk.toString());
        }
    }

    private static void expectRefusal(List<String> prefix, Path data, String sentence) {
        try (BuiltErp erp = BuiltErp.launch(prefix, data, Map.of())) {
            assertThat(erp.exitCode()).as(erp.said()).isEqualTo(1);
            assertThat(erp.said()).containsPattern(sentence).doesNotContain("\tat ");
        }
    }

    private static void requireRoot(String what) throws Exception {
        NotRunHere.unless(
                run("sh", "-c", "test $(id -u) -eq 0 && test $(uname) = Linux") == 0, what + ": needs root on Linux");
    }

    private static int run(String... command) throws Exception {
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }
}
