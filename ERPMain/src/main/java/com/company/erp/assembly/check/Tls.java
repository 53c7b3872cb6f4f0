package com.company.erp.assembly.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Looks at certificates and believes all of them: also one that nobody else knows, and one that has ended. */
final class Tls {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int PATIENCE_MS = 10_000;

    private Tls() {}

    static SSLContext trustingAll() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustsAll()}, new SecureRandom());
        return context;
    }

    /** Connected to the server of an address, with TLS where it says https. */
    static Socket connect(URI url) throws IOException, GeneralSecurityException {
        boolean https = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : https ? HTTPS_PORT : HTTP_PORT;
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(url.getHost(), port), PATIENCE_MS);
            socket.setSoTimeout(PATIENCE_MS);
            return https ? trustingAll().getSocketFactory().createSocket(socket, url.getHost(), port, true) : socket;
        } catch (IOException | GeneralSecurityException e) {
            socket.close();
            throw e;
        }
    }

    /** When the first of the server's certificates ends. */
    static Instant endOfCertificate(URI url) throws IOException, GeneralSecurityException {
        try (SSLSocket socket = (SSLSocket) connect(url)) {
            socket.startHandshake();
            var end = Instant.MAX;
            for (var certificate : socket.getSession().getPeerCertificates()) {
                Instant its = ((X509Certificate) certificate).getNotAfter().toInstant();
                if (its.isBefore(end)) end = its;
            }
            return end;
        }
    }

    private static final class TrustsAll extends X509ExtendedTrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
