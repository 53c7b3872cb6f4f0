package com.company.erp.assembly.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.assembly.security.WebServerConfiguration.Customizer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServer;

/** The web server where it speaks HTTPS itself, with a key store made as operators make it. */
class HttpsTest {

    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    private Path folder;

    private @Nullable WebServer server;

    @AfterEach
    void stop() {
        if (server != null) server.stop();
    }

    @ParameterizedTest
    @CsvSource({"JKS, tomcat", "PKCS12, erp"})
    void a_key_store_of_either_type_serves_https_by_strong_ciphers_alone(String type, String alias) throws Exception {
        WebServer https = start(type, alias, null);

        assertThat(spoken(https, type, "TLSv1.3", "TLS_AES_128_GCM_SHA256")).isEqualTo("TLSv1.3");
        assertThat(spoken(https, type, "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"))
                .isEqualTo("TLSv1.2");
        assertThatThrownBy(() -> spoken(https, type, "TLSv1.2", "TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256"))
                .isInstanceOf(SSLHandshakeException.class);
    }

    @Test
    void the_second_port_sends_all_on_to_https() throws Exception {
        int plain;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            plain = free.getLocalPort();
        }
        start("PKCS12", "erp", plain);
        try (var client = HttpClient.newHttpClient()) {
            var asked = URI.create("http://127.0.0.1:" + plain + "/invoices?status=OVERDUE");
            var answer = client.send(HttpRequest.newBuilder(asked).build(), BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(301);
            assertThat(answer.headers().firstValue("Location")).hasValue("https://127.0.0.1/invoices?status=OVERDUE");
        }
    }

    /** With the port 443 in its links; the socket itself takes any free one. */
    private WebServer start(String type, String alias, @Nullable Integer plainPort) throws Exception {
        String store = makeKeyStore(type, alias);
        var ssl = new Ssl();
        ssl.setKeyStore("file:" + store);
        ssl.setKeyStoreType(type);
        ssl.setKeyStorePassword(new String(PASSWORD));
        ssl.setKeyAlias(alias);
        var properties = new ServerProperties();
        properties.setAddress(InetAddress.getLoopbackAddress());
        var factory = new TomcatServletWebServerFactory(443);
        factory.setAddress(properties.getAddress());
        factory.setSsl(ssl);
        new Customizer(properties, new RedirectProperties(plainPort)).customize(factory);
        factory.setPort(0);
        WebServer started = factory.getWebServer();
        started.start();
        server = started;
        return started;
    }

    private String makeKeyStore(String type, String alias) throws Exception {
        String store = folder.resolve(type).toString();
        String password = new String(PASSWORD);
        int code = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkey",
                        "-alias",
                        alias,
                        "-keyalg",
                        "RSA",
                        "-keysize",
                        "2048",
                        "-storetype",
                        type,
                        "-keystore",
                        store,
                        "-keypass",
                        password,
                        "-storepass",
                        password,
                        "-dname",
                        "CN=localhost,OU=Dev,O=Company,L=City,ST=State,C=US")
                .start()
                .waitFor();
        assertThat(code).isZero();
        return store;
    }

    /** The protocol of a connection by that cipher alone. */
    private String spoken(WebServer https, String type, String protocol, String cipher) throws Exception {
        KeyStore trusted = KeyStore.getInstance(folder.resolve(type).toFile(), PASSWORD);
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        try (var socket = (SSLSocket)
                context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), https.getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.setEnabledCipherSuites(new String[] {cipher});
            socket.startHandshake();
            return socket.getSession().getProtocol();
        }
    }
}
