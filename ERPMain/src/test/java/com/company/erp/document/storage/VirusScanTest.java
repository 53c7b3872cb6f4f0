package com.company.erp.document.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.HttpTest;
import com.company.erp.document.sealing.SealingKeys;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Overloaded;
import com.company.erp.platform.tenancy.Scope;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Uploads past a stand-in that speaks as clamd(8) says: what is shown to it, and what its answers do. */
class VirusScanTest extends HttpTest {

    private static final String VIRUS = "looks harmless, is not";
    private static final int MOST_BYTES = 4 << 20;

    @TempDir
    private Path folder;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private SealingKeys keys;

    @Autowired
    private StorageProperties storage;

    @Autowired
    private JdbcClient jdbc;

    private @Nullable ServerSocketChannel scanner;
    private volatile byte[] shown = {};

    @AfterEach
    void stop() throws IOException {
        if (scanner != null) scanner.close();
    }

    private String listen(boolean answering) throws IOException {
        scanner = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return serve(answering, "127.0.0.1:" + scanner.socket().getLocalPort());
    }

    private String serve(boolean answering, String address) {
        ServerSocketChannel listening = Objects.requireNonNull(scanner);
        Thread.startVirtualThread(() -> {
            try {
                while (listening.isOpen()) {
                    SocketChannel caller = listening.accept();
                    if (answering) answer(caller);
                }
            } catch (IOException e) {
                return; // The test is over.
            }
        });
        return address;
    }

    private void answer(SocketChannel caller) throws IOException {
        try (caller) {
            var in = new DataInputStream(Channels.newInputStream(caller));
            assertThat(new String(in.readNBytes(10), StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
            var file = new ByteArrayOutputStream();
            String said = "stream: OK";
            for (int size = in.readInt(); size > 0; size = in.readInt()) {
                file.write(in.readNBytes(size));
                if (file.size() <= MOST_BYTES) continue;
                said = "INSTREAM size limit exceeded. ERROR";
                break;
            }
            shown = file.toByteArray();
            if (file.toString(StandardCharsets.UTF_8).contains(VIRUS)) said = "stream: Eicar-Signature FOUND";
            caller.write(ByteBuffer.wrap((said + "\0").getBytes(StandardCharsets.US_ASCII)));
        }
    }

    /** Receives a file and answers how long it is. */
    private long upload(String address, boolean required, byte[] file) throws Exception {
        var scanner = new ScannerProperties(address, required, Duration.ofSeconds(2));
        var files = new FileStore(blobs, keys, storage, scanner, jdbc, Clock.systemUTC());
        var actor = Actor.system(CompanyId.valueOf(company.get("id").textValue()), "somebody");
        return Scope.call(actor, () -> {
            try (Incoming incoming = files.receive()) {
                for (int at = 0; at < file.length; at += 60_000) {
                    incoming.write(file, at, Math.min(60_000, file.length - at));
                }
                return files.finish(incoming, "a.txt").file().sizeBytes();
            }
        });
    }

    private List<Path> drafts() throws IOException {
        try (var drafts = Files.list(blobs.workplace())) {
            return drafts.toList();
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_clean_file_is_shown_whole_and_comes_in() throws Exception {
        byte[] file = text("A line of no great interest.\n".repeat(70_000));

        assertThat(upload(listen(true), true, file)).isEqualTo(file.length);
        assertThat(shown).isEqualTo(file);
    }

    @Test
    void an_infected_file_is_refused_by_the_name_of_its_virus() throws Exception {
        String address = listen(true);

        assertThatThrownBy(() -> upload(address, false, text("This one " + VIRUS)))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("file.infected"))
                .hasMessageContaining("Eicar-Signature");
        assertThat(drafts()).as("what was refused leaves nothing").isEmpty();
    }

    @Test
    void a_socket_in_the_file_system_is_a_line_as_well() throws Exception {
        Path socket = folder.resolve("clamd.ctl");
        scanner = ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
        String address = serve(true, socket.toString());
        upload(address, true, text("fine"));

        assertThat(shown).isEqualTo(text("fine"));
        assertThatThrownBy(() -> upload(address, true, text(VIRUS))).isInstanceOf(InvalidInput.class);
    }

    private void isMissed(String address, byte[] file) throws Exception {
        assertThatThrownBy(() -> upload(address, true, file))
                .isInstanceOfSatisfying(
                        Overloaded.class, e -> assertThat(e.code()).isEqualTo("service.scanner"));
        assertThat(upload(address, false, file)).isEqualTo(file.length);
    }

    @Test
    void a_scanner_that_is_gone_silent_or_overtaxed_keeps_files_out_unless_told_otherwise() throws Exception {
        isMissed(folder.resolve("nobody.ctl").toString(), text("fine"));
        isMissed("scanner.invalid:3310", text("fine"));
        isMissed(listen(true), text("0123456789".repeat(500_000)));
        stop();
        isMissed(listen(false), text("fine"));
    }

    @Test
    void nobody_looks_where_there_is_no_address() throws Exception {
        assertThat(upload("", true, text(VIRUS))).isEqualTo(VIRUS.length());
    }
}
