package com.company.erp.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingHttpTest {

    private static OutgoingHttp allowing(String... networks) {
        return new OutgoingHttp(new Outgoing(
                new OutgoingProperties(Stream.of(networks).map(Network::valueOf).toList())));
    }

    private static HttpServer server(int bytes) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, bytes);
            try (exchange) {
                exchange.getResponseBody().write(new byte[bytes]);
            } catch (IOException e) {
                assertThat(e).as("the client has had enough").hasMessageContaining("Broken pipe");
            }
        });
        server.createContext("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String at(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:1/",
                "https://localhost:1/",
                "https://169.254.169.254/latest/meta-data",
                "https://[::1]:1/",
                "http://127.0.0.1:1/",
                "http://localhost:1/"
            })
    void nothing_inside_is_asked(String address) {
        var http = allowing().client();
        assertThatThrownBy(() -> http.getForObject(address, String.class)).hasRootCauseInstanceOf(AddressRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/", "http://10.1.2.3/", "http://127.0.0.2/"})
    void nobody_but_this_machine_is_asked_without_tls(String address) {
        var http = allowing("10.0.0.0/8", "127.0.0.0/8").client();
        assertThatThrownBy(() -> http.getForObject(address, String.class))
                .rootCause()
                .isInstanceOf(AddressRefused.class)
                .hasMessageContaining("use https");
    }

    @Test
    void tls_is_spoken_over_a_socket_that_was_looked_at() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread plain = Thread.startVirtualThread(() -> {
                try (var caller = silent.accept()) {
                    caller.getOutputStream().write("This is no TLS.".getBytes(java.nio.charset.StandardCharsets.UTF_8));
                    caller.getInputStream().readNBytes(1);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            var http = allowing("127.0.0.1").client();
            String address = "https://127.0.0.1:" + silent.getLocalPort() + "/";
            assertThatThrownBy(() -> http.getForObject(address, String.class))
                    .hasRootCauseInstanceOf(SSLException.class);
            plain.join();
        }
    }

    @Test
    void an_answer_is_cut_and_a_redirect_is_not_followed() throws IOException {
        HttpServer server = server(3 * 1024 * 1024);
        try {
            var http = allowing("127.0.0.1").client();
            byte[] whole = http.getForObject(at(server), byte[].class);
            assertThat(whole).hasSize(1024 * 1024);
            assertThat(http.getForEntity(at(server) + "/away", String.class)
                            .getStatusCode()
                            .value())
                    .isEqualTo(302);
        } finally {
            server.stop(0);
        }
        assertThat(List.of("127.0.0.1", "localhost", "[::1]")).allMatch(OutgoingHttp::isThisMachine);
    }
}
