package com.company.erp.assembly.limit;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.TooManyAttempts;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Counts what a caller asks, and refuses what is too much. All instances count together. */
@Component
@EnableConfigurationProperties(LimitProperties.class)
public class Limits {

    private static final String CALLER = "caller";
    private static final String SIGN_IN = "sign-in";
    private static final String STRANGER = "stranger";

    private final Buckets buckets;
    private final LimitProperties properties;
    private final Map<String, Counter> refused;

    Limits(Buckets buckets, LimitProperties properties, MeterRegistry meters) {
        this.buckets = buckets;
        this.properties = properties;
        this.refused = Stream.of(CALLER, SIGN_IN, STRANGER)
                .collect(Collectors.toMap(kind -> kind, kind -> counter(kind, meters)));
    }

    private static Counter counter(String kind, MeterRegistry meters) {
        return Counter.builder("erp.limits.refused")
                .tag("kind", kind)
                .description("Requests beyond what one may ask, by what was counted")
                .register(meters);
    }

    /** @throws TooManyAttempts request.too_many */
    void request(Actor caller) {
        take(CALLER, caller.user().value().toString(), properties.callerPerMinute());
    }

    /** @throws TooManyAttempts request.too_many */
    void signIn(String address) {
        take(SIGN_IN, address, properties.signInPerMinute());
    }

    /**
     * A request of nobody in particular, or one that showed a wrong API key.
     *
     * @throws TooManyAttempts request.too_many
     */
    public void stranger(String address) {
        take(STRANGER, address, properties.strangerPerMinute());
    }

    /**
     * That {@link #stranger} would not refuse: who has shown too many wrong keys is not even looked up.
     *
     * @throws TooManyAttempts request.too_many
     */
    public void requireRoomForStranger(String address) {
        int perMinute = properties.strangerPerMinute();
        if (perMinute > 0) refuse(STRANGER, buckets.look(name(STRANGER, address, perMinute), perMinute));
    }

    private void take(String kind, String who, int perMinute) {
        if (perMinute > 0) refuse(kind, buckets.take(name(kind, who, perMinute), perMinute));
    }

    /** With the measure in it: where that is changed, counting begins anew. */
    private static String name(String kind, String who, int perMinute) {
        return kind + ":" + perMinute + ":" + who;
    }

    private void refuse(String kind, Duration wait) {
        if (wait.isPositive()) {
            Objects.requireNonNull(refused.get(kind)).increment();
            throw new TooManyAttempts("request.too_many", "That is more than one caller may ask; wait a little.", wait);
        }
    }
}
