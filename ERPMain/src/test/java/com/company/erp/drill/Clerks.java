package com.company.erp.drill;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.jar.ErpUser;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/**
 * Clerks at work in a company of their own, while a drill does its worst: some issue invoices, each step under a key by which
 * it is repeated until it is acknowledged, others read. They know what was acknowledged, and which requests failed.
 */
final class Clerks implements AutoCloseable {

    private static final int WRITERS = 3;
    private static final int READERS = 2;
    private static final int ATTEMPTS_MAX = 200;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final ErpUser admin = new ErpUser();
    private final Map<String, String> numbers = new ConcurrentHashMap<>();
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final ExecutorService people = Executors.newFixedThreadPool(WRITERS + READERS);
    private final List<Future<?>> work = new ArrayList<>();
    private final Api office;
    private final Map<String, Object> invoice;
    private volatile boolean atWork = true;

    /** @param seat the API from the n-th clerk's place, as seen by anybody */
    Clerks(IntFunction<Api> seat) {
        office = admin.inNewCompany(seat.apply(0));
        invoice = admin.sale(office, admin.customer(office));
        for (int i = 0; i < WRITERS + READERS; i++) {
            Api api = admin.again(seat.apply(i), office);
            Runnable task = i < WRITERS ? () -> issue(api) : () -> read(api);
            work.add(people.submit(() -> {
                while (atWork) {
                    task.run();
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }));
        }
    }

    private void issue(Api api) {
        String draft = acknowledged(api, "/api/invoices", invoice).get("id").textValue();
        JsonNode issued = acknowledged(api, "/api/invoices/" + draft + "/issue", Map.of("on", "2026-03-02"));
        numbers.put(draft, issued.get("number").textValue());
        times.add(System.nanoTime());
    }

    /** Repeats a POST under the same key until it is acknowledged, as a client of the API is told to. */
    private JsonNode acknowledged(Api api, String path, Object body) {
        Api keyed = api.withKey(UUID.randomUUID().toString());
        for (int attempt = 0; attempt < ATTEMPTS_MAX; attempt++) {
            Answer answer = tried(() -> keyed.post(path, body));
            if (answer.status() < 300) return answer.json();
            failures.add(answer.question() + " " + answer);
            assertThat(answer.status()).as(answer.toString()).isIn(0, 409, 429, 500, 502, 503, 504);
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError("Never acknowledged: " + path);
    }

    private void read(Api api) {
        Answer answer = tried(() -> api.get("/api/invoices?limit=20"));
        if (answer.status() != 200) failures.add(answer.question() + " " + answer);
    }

    /** The answer, or one with the status 0 where the connection broke. */
    private Answer tried(Supplier<Answer> request) {
        requests.incrementAndGet();
        try {
            return request.get();
        } catch (UncheckedIOException e) {
            var none = HttpHeaders.of(Map.of(), (name, value) -> true);
            return new Answer(
                    String.valueOf(e.getMessage()),
                    0,
                    none,
                    String.valueOf(e.getCause()).getBytes(StandardCharsets.UTF_8));
        }
    }

    int acknowledged() {
        return numbers.size();
    }

    /** Waits until so many invoices were acknowledged. */
    void await(int invoices) {
        Awaitility.await(invoices + " invoices").atMost(Duration.ofMinutes(2)).until(() -> acknowledged() >= invoices);
    }

    /** The longest time in which no invoice was acknowledged. */
    double longestSilenceSeconds() {
        List<Long> sorted = times.stream().sorted().toList();
        return IntStream.range(1, sorted.size())
                        .mapToLong(i -> sorted.get(i) - sorted.get(i - 1))
                        .max()
                        .orElseThrow()
                / 1e9;
    }

    int requests() {
        return requests.get();
    }

    /** Requests that were not answered as they should, the repeated ones among them. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    /** Sends them home; what they had begun is finished. */
    @Override
    public void close() {
        atWork = false;
        people.shutdown();
        for (Future<?> one : work) {
            try {
                one.get();
            } catch (Exception e) {
                throw new AssertionError("A clerk gave up", e);
            }
        }
    }

    /** Every acknowledged invoice is there once, under the number that was said, none beside, and the books are sound. */
    void expectNothingLostAndNothingDoubled() {
        var there = new ConcurrentHashMap<String, String>();
        String after = "";
        do {
            JsonNode page = office.get("/api/invoices?limit=500" + after).ok();
            for (JsonNode found : page.get("items")) {
                there.put(found.get("id").textValue(), found.path("number").asText());
            }
            after = page.path("next").isTextual() ? "&after=" + page.get("next").textValue() : "";
        } while (!after.isEmpty());
        assertThat(there).containsExactlyInAnyOrderEntriesOf(numbers);
        assertThat(new TreeSet<>(numbers.values())).hasSize(numbers.size());
        admin.expectSoundBooks(office);
    }
}
