package com.company.erp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The REST API as one of its users sees it, over real HTTP. Immutable: each {@code with…} answers another one. Bodies
 * are JSON text, or anything that Jackson writes (maps, lists, records).
 */
public final class Api {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String base;
    private final HttpClient http;
    private final Map<String, String> headers;

    private Api(String base, HttpClient http, Map<String, String> headers) {
        this.base = base;
        this.http = http;
        this.headers = headers;
    }

    public static Api at(String base) {
        return new Api(base, HTTP, Map.of());
    }

    /** Through a proxy, whose own answers are not those of the API's description. */
    public static Api through(String base, HttpClient http) {
        return new Api(base, http, Map.of());
    }

    public String base() {
        return base;
    }

    public Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(base, http, more);
    }

    public String header(String name) {
        return headers.getOrDefault(name, "");
    }

    public Api without(String header) {
        var fewer = new LinkedHashMap<>(headers);
        fewer.remove(header);
        return new Api(base, http, fewer);
    }

    public Api withToken(String accessToken) {
        return with("Authorization", "Bearer " + accessToken);
    }

    public Api withKey(String idempotencyKey) {
        return with("Idempotency-Key", idempotencyKey);
    }

    /** For PUT and DELETE: the version that was read. */
    public Api ifMatch(int version) {
        return with("If-Match", "\"" + version + "\"");
    }

    public Api ifMatch(JsonNode record) {
        return ifMatch(record.get("version").intValue());
    }

    /** Signs in and answers the API as seen by that user, in the given company or else the first. */
    public Api signedIn(String username, String password, @Nullable String company) {
        var credentials = new LinkedHashMap<String, String>();
        credentials.put("username", username);
        credentials.put("password", password);
        if (company != null) credentials.put("company", company);
        return withToken(
                post("/api/auth/login", credentials).ok().get("accessToken").textValue());
    }

    public Answer get(String path, Object... variables) {
        return send("GET", path.formatted(variables), null);
    }

    public Answer post(String path) {
        return send("POST", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    public Answer send(String method, String path, @Nullable Object body) {
        return send(method, path, "application/json", body == null ? null : bytes(body));
    }

    /** For bodies that are not JSON, such as files to import. */
    public Answer send(String method, String path, String contentType, byte @Nullable [] body) {
        var request = HttpRequest.newBuilder(URI.create(base + path)).timeout(PATIENCE);
        if (body != null) request.header("Content-Type", contentType);
        headers.forEach(request::header);
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            var answer = new Answer(method + " " + path, response.statusCode(), response.headers(), response.body());
            if (http == HTTP && path.startsWith("/api/")) ApiContract.of(this).check(method, path, answer);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(Object body) {
        try {
            return body instanceof String text
                    ? text.getBytes(java.nio.charset.StandardCharsets.UTF_8)
                    : JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
