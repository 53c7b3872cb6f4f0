package com.company.erp.hostile;

import com.company.erp.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the pages, signed in or not: with a session and its token against forged requests, but no browser. */
public final class PageVisitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final Map<String, String> headers;

    private PageVisitor(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    public static PageVisitor at(String base) {
        return at(base, Map.of());
    }

    /** @param headers what goes with every request, such as where a proxy says that it is from */
    public static PageVisitor at(String base, Map<String, String> headers) {
        return new PageVisitor(base, headers);
    }

    public static PageVisitor signedIn(String base, String username, String password) {
        var visitor = at(base);
        visitor.post("/sign-in", Map.of("username", username, "password", password))
                .expect(303);
        return visitor;
    }

    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET(), "GET " + path);
    }

    /** Sends a form, with the token of the page that one signs in on. */
    public Answer post(String path, Map<String, String> fields) {
        var token = TOKEN.matcher(get("/sign-in").expect(200).text());
        if (!token.find()) throw new AssertionError("The page has no token against forged requests.");
        var all = new TreeMap<>(fields);
        all.put("_csrf", token.group(1));
        String form = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
        return send(request, "POST " + path);
    }

    private Answer send(HttpRequest.Builder request, String name) {
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(name, response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
