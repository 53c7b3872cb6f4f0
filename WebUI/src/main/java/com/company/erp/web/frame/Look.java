package com.company.erp.web.frame;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How one browser shows the pages, kept in a cookie of its own so that it holds before signing in, too.
 *
 * @param language absent when the browser's is taken
 * @param theme light, dark, or auto as the system has it
 * @param density comfortable or compact
 */
public record Look(@Nullable String language, String theme, String density) {

    public static final String COOKIE = "erp_look";

    public static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "ar");
    public static final List<String> THEMES = List.of("auto", "light", "dark");
    public static final List<String> DENSITIES = List.of("comfortable", "compact");

    public Look {
        if (language != null && !LANGUAGES.contains(language)) language = null;
        if (!THEMES.contains(theme)) theme = "auto";
        if (!DENSITIES.contains(density)) density = "comfortable";
    }

    public static Look of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(COOKIE)) return parse(cookie.getValue());
            }
        }
        return new Look(null, "", "");
    }

    private static Look parse(String text) {
        String[] parts = text.split("\\.", 3);
        return new Look(parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : "");
    }

    public String text() {
        return (language == null ? "" : language) + "." + theme + "." + density;
    }

    /** The language of the pages, with the digits of the West in every one of them. */
    Locale locale(HttpServletRequest request) {
        Locale wanted = language == null ? request.getLocale() : Locale.forLanguageTag(language);
        if (!LANGUAGES.contains(wanted.getLanguage())) wanted = Locale.ENGLISH;
        return new Locale.Builder()
                .setLocale(wanted)
                .setUnicodeLocaleKeyword("nu", "latn")
                .build();
    }
}
