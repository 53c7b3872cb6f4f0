package com.company.erp.assembly.limit;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.TooManyAttempts;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Counts what a caller asks, and refuses what is too much. All instances count together. */
@Component
@EnableConfigurationProperties(LimitProperties.class)
public class Limits {

    private static final String STRANGER = "stranger";

    private final Buckets buckets;
    private final LimitProperties properties;

    Limits(Buckets buckets, LimitProperties properties) {
        this.buckets = buckets;
        this.properties = properties;
    }

    /** @throws TooManyAttempts request.too_many */
    void request(Actor caller) {
        take("caller", caller.user().value().toString(), properties.callerPerMinute());
    }

    /** @throws TooManyAttempts request.too_many */
    void signIn(String address) {
        take("sign-in", address, properties.signInPerMinute());
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
        if (perMinute > 0) refuse(buckets.look(name(STRANGER, address, perMinute), perMinute));
    }

    private void take(String kind, String who, int perMinute) {
        if (perMinute > 0) refuse(buckets.take(name(kind, who, perMinute), perMinute));
    }

    /** With the measure in it: where that is changed, counting begins anew. */
    private static String name(String kind, String who, int perMinute) {
        return kind + ":" + perMinute + ":" + who;
    }

    private static void refuse(Duration wait) {
        if (wait.isPositive()) {
            throw new TooManyAttempts("request.too_many", "That is more than one caller may ask; wait a little.", wait);
        }
    }
}
