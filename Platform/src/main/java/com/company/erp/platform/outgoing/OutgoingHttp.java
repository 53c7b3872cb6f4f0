package com.company.erp.platform.outgoing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URL;
import java.time.Duration;
import java.util.Set;
import javax.net.SocketFactory;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestTemplate;

/**
 * HTTP to addresses that users set up: over TLS, with the certificate checked and the very address looked at; without
 * TLS to a server on this machine only, and there as far as a setting lets it. No redirect is followed, no proxy asked,
 * and no answer is longer than a mebibyte.
 */
@Component
public class OutgoingHttp {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int LONGEST_ANSWER_BYTES = 1024 * 1024;
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Outgoing outgoing;

    OutgoingHttp(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    /** Whether that may be spoken to without TLS. */
    public static boolean isThisMachine(@Nullable String host) {
        return host != null && THIS_MACHINE.contains(host);
    }

    public RestTemplate client() {
        var client = new RestTemplate(new Guarded());
        client.getInterceptors().add((request, body, rest) -> new Bounded(rest.execute(request, body)));
        return client;
    }

    private final class Guarded extends SimpleClientHttpRequestFactory {

        private Guarded() {
            setConnectTimeout(PATIENCE);
            setReadTimeout(PATIENCE);
        }

        @Override
        protected HttpURLConnection openConnection(URL url, @Nullable Proxy proxy) throws IOException {
            var connection = super.openConnection(url, Proxy.NO_PROXY);
            if (connection instanceof HttpsURLConnection secure) {
                secure.setSSLSocketFactory(new GuardedTls(outgoing.sockets()));
                return secure;
            }
            if (!isThisMachine(url.getHost())) {
                throw new AddressRefused("Without TLS nobody but this machine is spoken to: use https.");
            }
            outgoing.require(InetAddress.getByName(url.getHost()));
            return connection;
        }

        @Override
        protected void prepareConnection(HttpURLConnection connection, String method) throws IOException {
            super.prepareConnection(connection, method);
            connection.setInstanceFollowRedirects(false);
        }
    }

    /** Lays TLS over a guarded socket that is connected. */
    private static final class GuardedTls extends SSLSocketFactory {

        private final SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        private final SocketFactory sockets;

        private GuardedTls(SocketFactory sockets) {
            this.sockets = sockets;
        }

        @Override
        public Socket createSocket() throws IOException {
            return sockets.createSocket();
        }

        @Override
        public Socket createSocket(Socket connected, String host, int port, boolean autoClose) throws IOException {
            return tls.createSocket(connected, host, port, autoClose);
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw unasked();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw unasked();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw unasked();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw unasked();
        }

        private static UnsupportedOperationException unasked() {
            return new UnsupportedOperationException("The JDK's HTTP connects a socket first and then asks for TLS.");
        }

        @Override
        public String[] getDefaultCipherSuites() {
            return tls.getDefaultCipherSuites();
        }

        @Override
        public String[] getSupportedCipherSuites() {
            return tls.getSupportedCipherSuites();
        }
    }

    private static final class Bounded implements ClientHttpResponse {

        private final ClientHttpResponse whole;
        private @Nullable InputStream body;

        private Bounded(ClientHttpResponse whole) {
            this.whole = whole;
        }

        /** The same at every call: who asks whether there is a body reads on where he left it. */
        @Override
        public InputStream getBody() throws IOException {
            InputStream read = body;
            if (read == null) read = new ByteArrayInputStream(whole.getBody().readNBytes(LONGEST_ANSWER_BYTES));
            body = read;
            return read;
        }

        @Override
        public HttpStatusCode getStatusCode() throws IOException {
            return whole.getStatusCode();
        }

        @Override
        public String getStatusText() throws IOException {
            return whole.getStatusText();
        }

        @Override
        public HttpHeaders getHeaders() {
            return whole.getHeaders();
        }

        @Override
        public void close() {
            whole.close();
        }
    }
}
