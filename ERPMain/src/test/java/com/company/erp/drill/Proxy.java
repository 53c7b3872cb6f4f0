package com.company.erp.drill;

import com.company.erp.Api;
import com.company.erp.jar.BuiltErp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** nginx or HAProxy with the file of ops before instances, on free ports, with a certificate for development. */
final class Proxy implements AutoCloseable {

    private final Path folder;
    private final int port;
    private final int plainPort;
    private final Programs.Running server;

    private Proxy(Path folder, int port, int plainPort, Programs.Running server) {
        this.folder = folder;
        this.port = port;
        this.plainPort = plainPort;
        this.server = server.awaitPort(port);
    }

    /** With ops/nginx/erp.conf, put in its place as proxy.md tells it. */
    static Proxy nginx(List<BuiltErp> instances) {
        Path folder = prepare("nginx");
        int port = Programs.freePort();
        int plainPort = Programs.freePort();
        String config = withInstances(Runbook.text(Path.of("../ops/nginx/erp.conf")), instances)
                .replace("listen 80;", "listen " + plainPort + ";")
                .replace("listen 443 ", "listen " + port + " ")
                .replace("/etc/nginx/tls", folder.toString());
        Path main = nginxMain(folder);
        String written = Scratch.file(folder.resolve("written.conf"), config).toString();
        Runbook.block("nginx")
                .with("ops/nginx/erp.conf", written)
                .with("/etc/nginx/conf.d/erp.conf", folder.resolve("erp.conf").toString())
                .with("nginx -t", "nginx -t -c " + main)
                .standIn("systemctl", "true")
                .run()
                .ok();
        return new Proxy(folder, port, plainPort, Programs.start("nginx", Map.of(), "nginx", "-c", main.toString()));
    }

    /** nginx with a server of somebody else's, whose words for addresses and certificates are replaced. */
    static Proxy nginx(String config, List<BuiltErp> instances) {
        Path folder = prepare("nginx");
        int port = Programs.freePort();
        Scratch.file(
                folder.resolve("erp.conf"),
                withInstances(config, instances)
                        .replace("listen 443 ", "listen " + port + " ")
                        .replace("/etc/letsencrypt/live/erp.example.com", folder.toString()));
        Path main = nginxMain(folder);
        return new Proxy(folder, port, port, Programs.start("nginx", Map.of(), "nginx", "-c", main.toString()));
    }

    private static Path nginxMain(Path folder) {
        return Scratch.file(folder.resolve("nginx.conf"), """
                daemon off;
                worker_processes 1;
                pid FOLDER/nginx.pid;
                error_log FOLDER/error.log;
                events { worker_connections 1024; }
                http {
                    access_log FOLDER/access.log;
                    client_body_temp_path FOLDER/body;
                    proxy_temp_path FOLDER/proxy;
                    fastcgi_temp_path FOLDER/fastcgi;
                    uwsgi_temp_path FOLDER/uwsgi;
                    scgi_temp_path FOLDER/scgi;
                    include FOLDER/erp.conf;
                }
                """.replace("FOLDER", folder.toString()));
    }

    static Proxy haproxy(List<BuiltErp> instances) {
        Path folder = prepare("haproxy");
        int port = Programs.freePort();
        int plainPort = Programs.freePort();
        String config = withInstances(Runbook.text(Path.of("../ops/haproxy/erp.cfg")), instances)
                .replace("bind :80\n", "bind :" + plainPort + "\n")
                .replace("bind :443 ", "bind :" + port + " ")
                .replace("/etc/haproxy/tls", folder.toString());
        String written = Scratch.file(folder.resolve("written.cfg"), config).toString();
        Path placed = folder.resolve("haproxy.cfg");
        Runbook.block("haproxy")
                .with("ops/haproxy/erp.cfg", written)
                .with("/etc/haproxy/haproxy.cfg", placed.toString())
                .standIn("systemctl", "true")
                .run()
                .ok();
        return new Proxy(
                folder,
                port,
                plainPort,
                Programs.start("haproxy", Map.of(), "haproxy", "-db", "-f", placed.toString()));
    }

    private static Path prepare(String name) {
        Path folder = Scratch.folder(name);
        Runbook.block("certificate")
                .with("/etc/nginx/tls", folder.toString())
                .with("erp.example.com", "localhost")
                .run()
                .ok();
        return folder;
    }

    private static String withInstances(String config, List<BuiltErp> instances) {
        String with = config;
        for (int i = 0; i < instances.size(); i++) {
            with = with.replace(
                    "127.0.0.1:" + (8081 + i), "127.0.0.1:" + instances.get(i).port());
        }
        return with;
    }

    int port() {
        return port;
    }

    int plainPort() {
        return plainPort;
    }

    Path certificate() {
        return folder.resolve("fullchain.pem");
    }

    /** The API as seen through it, by somebody at one of the addresses of this machine. */
    Api api(String from) {
        try {
            var http = HttpClient.newBuilder()
                    .sslContext(trusting(certificate()))
                    .localAddress(InetAddress.getByName(from))
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();
            return Api.through("https://localhost:" + port, http);
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same for the n-th clerk, who sits at a machine of his own, since nginx counts the requests of each. */
    Api seat(int n) {
        return api("127.0.3." + (n + 1));
    }

    private static SSLContext trusting(Path certificate) throws IOException, GeneralSecurityException {
        var trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var file = Files.newInputStream(certificate)) {
            trusted.setCertificateEntry(
                    "erp", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** What nginx wrote down of each request. */
    List<String> accesses() {
        return Runbook.text(folder.resolve("access.log")).lines().toList();
    }

    @Override
    public void close() {
        server.close();
    }
}
