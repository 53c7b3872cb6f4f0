package com.company.erp.document.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.Overloaded;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a stand-in that answers the six questions that are asked, as the service's reference describes them. */
class S3StoreTest extends BlobStoreTest {

    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private HttpServer service;

    @Override
    BlobStore store() throws IOException {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        service.createContext("/files", this::answer);
        service.start();
        String address = "http://127.0.0.1:" + service.getAddress().getPort();
        return store(address, "files", "key").proven();
    }

    private S3Store store(String address, String bucket, String key) {
        var properties = new S3Properties(bucket, address, "eu-central-1", true, key, "secret");
        return new S3Store(properties, folder.resolve("files"));
    }

    @Test
    void a_wrong_key_or_bucket_is_told_at_the_start_and_an_outage_waited_for() {
        String address = "http://127.0.0.1:" + service.getAddress().getPort();
        assertThatThrownBy(() -> store(address, "files", "stranger").proven())
                .isInstanceOf(UnfitStorage.class)
                .hasMessageContaining("refuses the access key");
        assertThatThrownBy(() -> store(address, "elsewhere", "key").proven())
                .isInstanceOf(UnfitStorage.class)
                .hasMessage("The storage service has no bucket elsewhere.");
        service.stop(0);
        assertThatCode(() -> store(address, "files", "key").proven()).doesNotThrowAnyException();
        assertThatThrownBy(() -> store(address, "files", "key").size(new CompanyId(new UUID(1, 1)), UUID.randomUUID()))
                .isInstanceOfSatisfying(
                        Overloaded.class, e -> assertThat(e.code()).isEqualTo("service.storage"));
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String key = exchange.getRequestURI().getPath().replaceFirst("^/files/?", "");
            String signed = exchange.getRequestHeaders().getFirst("Authorization");
            assertThat(signed).startsWith("AWS4-HMAC-SHA256");
            if (!signed.contains("Credential=key/")) {
                exchange.sendResponseHeaders(403, -1);
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "PUT" -> {
                    objects.put(key, exchange.getRequestBody().readAllBytes());
                    exchange.sendResponseHeaders(200, -1);
                }
                case "DELETE" -> {
                    objects.remove(key);
                    exchange.sendResponseHeaders(204, -1);
                }
                case "HEAD" -> {
                    byte[] object = key.isEmpty() ? new byte[0] : objects.get(key);
                    if (object != null) {
                        exchange.getResponseHeaders().set("Content-Length", String.valueOf(object.length));
                    }
                    exchange.sendResponseHeaders(object == null ? 404 : 200, -1);
                }
                default -> read(exchange, key);
            }
        }
    }

    private void read(HttpExchange exchange, String key) throws IOException {
        byte[] object = key.isEmpty() ? listed(exchange) : objects.get(key);
        if (object == null) {
            exchange.sendResponseHeaders(404, -1);
            return;
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        exchange.sendResponseHeaders(range == null ? 200 : 206, object.length - from);
        exchange.getResponseBody().write(object, from, object.length - from);
    }

    private byte[] listed(HttpExchange exchange) {
        String query = exchange.getRequestURI().getQuery();
        var xml = new StringBuilder("<ListBucketResult><IsTruncated>false</IsTruncated>");
        for (var object : objects.entrySet()) {
            if (!query.contains("prefix=" + object.getKey().split("/")[0])) continue;
            xml.append("<Contents><Key>")
                    .append(object.getKey())
                    .append("</Key><LastModified>2026-03-02T10:00:00.000Z</LastModified></Contents>");
        }
        return xml.append("</ListBucketResult>").toString().getBytes(StandardCharsets.UTF_8);
    }
}
