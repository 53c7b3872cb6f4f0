package com.company.erp.user.sso;

import com.company.erp.user.provider.IdentityProviderView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says of somebody, in a token that it has signed for this house.
 *
 * @param subject who it is there, for ever
 * @param address in lower case; absent where there is none or it is not said to be verified
 * @param name how people call him
 * @param seenAt when the provider last saw him prove it; absent where it does not say
 */
record Assertion(
        String subject,
        @Nullable String address,
        String name,
        List<String> groups,
        @Nullable Instant seenAt) {

    static final int SUBJECT_CHARS_MAX = 255;
    private static final int NAME_CHARS_MAX = 200;

    static Assertion of(IdentityProviderView provider, String subject, Map<String, Object> claims) {
        boolean verified = isTrue(at(claims, provider.verifiedClaim()));
        String address = verified && at(claims, provider.emailClaim()) instanceof String text
                ? text.strip().toLowerCase(Locale.ROOT)
                : null;
        return new Assertion(
                subject,
                address,
                name(claims, address == null ? subject : address),
                groups(at(claims, provider.groupsClaim())),
                instant(claims.get("auth_time")));
    }

    private static String name(Map<String, Object> claims, String otherwise) {
        String name = Stream.of("name", "preferred_username")
                .map(claims::get)
                .filter(String.class::isInstance)
                .map(value -> value.toString().strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(otherwise);
        return name.length() > NAME_CHARS_MAX ? name.substring(0, NAME_CHARS_MAX) : name;
    }

    private static boolean isTrue(@Nullable Object value) {
        return value != null && value.toString().equalsIgnoreCase("true");
    }

    private static List<String> groups(@Nullable Object value) {
        return switch (value) {
            case Collection<?> several -> several.stream().map(String::valueOf).toList();
            case String one -> List.of(one);
            case null, default -> List.of();
        };
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        return switch (value) {
            case Instant instant -> instant;
            case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
            case null, default -> null;
        };
    }

    /** A claim by its name, or where a name with dots leads: realm_access.roles. */
    private static @Nullable Object at(Map<?, ?> claims, String path) {
        if (claims.containsKey(path)) return claims.get(path);
        int dot = path.indexOf('.');
        if (dot < 0) return null;
        return claims.get(path.substring(0, dot)) instanceof Map<?, ?> within
                ? at(within, path.substring(dot + 1))
                : null;
    }
}
