package com.company.erp.web.pattern;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a page stands, with all that it shows: filters, search and order. A page is found again by it. */
public record Address(String path, Map<String, String> parameters) {

    public static Address of(HttpServletRequest request) {
        var parameters = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            String value = String.join(",", values).strip();
            if (!value.isEmpty()) parameters.put(name, value);
        });
        return new Address(request.getRequestURI(), parameters);
    }

    /** Never on another site, however it is written: then it is the first page. */
    public static String ownPath(String to) {
        return to.matches("/(?![/\\\\])[^\\p{Cntrl}\\\\]*") ? to : "/";
    }

    /** The page that the browser was at; the first one where it does not say. */
    public static String cameFrom(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        return referer == null ? "/" : ownPath(referer.replaceFirst("^https?://[^/]+", ""));
    }

    public @Nullable String get(String name) {
        return parameters.get(name);
    }

    /** The same page with another value, from its beginning. */
    public Address with(String name, @Nullable String value) {
        var changed = new LinkedHashMap<>(parameters);
        if (!name.equals("after")) {
            changed.remove("after");
            changed.remove("view");
        }
        if (value == null) changed.remove(name);
        else changed.put(name, value);
        return new Address(path, changed);
    }

    public Address without(String name) {
        return with(name, null);
    }

    /** Another page with the same parameters. */
    public Address at(String other) {
        return new Address(other, parameters);
    }

    public boolean has(String name, String value) {
        return Objects.equals(parameters.get(name), value);
    }

    @Override
    public String toString() {
        var uri = UriComponentsBuilder.fromPath(path);
        parameters.forEach((name, value) -> uri.queryParam(name, "{" + name + "}"));
        return uri.encode().buildAndExpand(Map.copyOf(parameters)).toUriString();
    }
}
