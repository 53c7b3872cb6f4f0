package com.company.erp.assembly.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.company.erp.assembly.check.Check.Period;
import com.company.erp.assembly.check.Check.Task;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the running instance answers, directly and by way of the proxy before it. */
final class Instance {

    private static final int HTTP_OK = 200;
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final double SLOW_SHARE_WARNS = 0.01;
    private static final double SLOW_SHARE_FAILS = 0.05;

    private final Clock clock;
    private final String here;
    private final @Nullable String publicUrl;

    Instance(Map<String, String> environment, Clock clock, @Nullable String publicUrl) {
        this.clock = clock;
        boolean https = environment.keySet().stream().anyMatch(name -> name.startsWith("SERVER_SSL_"));
        this.here = "%s://localhost:%s%s"
                .formatted(
                        https ? "https" : "http",
                        environment.getOrDefault("SERVER_PORT", "8081"),
                        environment.getOrDefault("SERVER_SERVLET_CONTEXT_PATH", ""));
        this.publicUrl = publicUrl;
    }

    List<Task> tasks() {
        return List.of(
                new Task(Period.DAILY, "Health", this::health),
                new Task(Period.DAILY, "Certificate", this::certificate),
                new Task(Period.DAILY, "Proxy", this::proxy),
                new Task(Period.MONTHLY, "Speed", this::speed));
    }

    private Result health() throws Exception {
        JsonNode health =
                new ObjectMapper().readTree(get(here + "/actuator/health").body());
        String status = health.path("status").asText();
        String parts = health.path("components").properties().stream()
                .map(part ->
                        part.getKey() + " " + part.getValue().path("status").asText())
                .collect(Collectors.joining(", "));
        if (status.equals("UP")) return Result.ok(parts);
        return status.equals("DEGRADED") ? Result.warning(parts) : Result.fault(status + ": " + parts);
    }

    private Result certificate() throws Exception {
        String url = publicUrl != null ? publicUrl : here;
        if (!url.startsWith("https:")) return Result.byHand("name the address that people use, --url https://…");
        long days = Duration.between(clock.instant(), Tls.endOfCertificate(URI.create(url)))
                .toDays();
        return Result.measured(-days, -30, -14, "ends in %d days".formatted(days));
    }

    /**
     * A proxy on the house's own machine that does not say for whom it speaks makes everybody look like a program of
     * this machine, who may read the actuator: so it is asked as a stranger would ask.
     */
    private Result proxy() throws Exception {
        if (publicUrl == null) return Result.byHand("name the address that people use, --url https://…");
        int status = statusAsLocalhost(URI.create(publicUrl), "/actuator/metrics");
        return status == HTTP_OK
                ? Result.fault("shows /actuator to everybody: it must deny it, and send X-Forwarded-For (ops/nginx)")
                : Result.ok("keeps /actuator to itself (%d)".formatted(status));
    }

    /** Since the instance was started, by the buckets of its own meter. */
    private Result speed() throws Exception {
        String scrape = get(here + "/actuator/prometheus").body();
        double all = sum(scrape, "\\+Inf");
        if (all == 0) return Result.byHand("no request yet");
        double slow = 1 - sum(scrape, "2\\.0") / all;
        return Result.measured(
                slow,
                SLOW_SHARE_WARNS,
                SLOW_SHARE_FAILS,
                "%.1f %% of %.0f requests took longer than 2 s".formatted(100 * slow, all));
    }

    private static double sum(String scrape, String le) {
        return Pattern.compile("(?m)^http_server_requests_seconds_bucket\\{.*le=\"" + le + "\".*\\} (\\S+)$")
                .matcher(scrape)
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    /** By hand, since no client lets one say that the request is for localhost where it is not. */
    private static int statusAsLocalhost(URI proxy, String path) throws Exception {
        try (Socket socket = Tls.connect(proxy)) {
            socket.getOutputStream().write(("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n\r\n").getBytes(US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            Matcher status = STATUS.matcher(String.valueOf(answer.readLine()));
            if (!status.lookingAt()) throw new IOException(proxy + " does not speak HTTP");
            return Integer.parseInt(status.group(1));
        }
    }

    private static HttpResponse<String> get(String url) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .connectTimeout(PATIENCE)
                .sslContext(Tls.trustingAll())
                .build()) {
            var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE);
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(url + " does not answer" + (e.getMessage() == null ? "" : ": " + e.getMessage()), e);
        }
    }
}
