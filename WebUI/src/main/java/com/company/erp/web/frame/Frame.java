package com.company.erp.web.frame;

import com.company.erp.platform.tenancy.Scope;
import com.company.erp.web.pattern.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/** What stands around a page. It is asked while the page is written, when the doors have said what is allowed. */
public final class Frame {

    private final HttpServletRequest request;
    private final ResourceUrlProvider assets;
    private final Texts texts;
    private final Look look;

    Frame(HttpServletRequest request, ResourceUrlProvider assets, Texts texts) {
        this.request = request;
        this.assets = assets;
        this.texts = texts;
        this.look = Look.of(request);
    }

    public @Nullable Visitor visitor() {
        return Visitor.current();
    }

    /** Whether the visitor may work: is somebody, with a password, a second factor if asked for, and a company. */
    public boolean isWorking() {
        Visitor visitor = visitor();
        return visitor != null && !visitor.mustChangePassword() && visitor.company() != null && !Scope.lacksFactor();
    }

    public List<Menu.Section> menu() {
        return Menu.of(Visitor.permissionsNow());
    }

    /** What this page is for. */
    public String help() {
        return texts.say("help." + Menu.nameAt(path()).orElse("other"));
    }

    public boolean may(String permission) {
        return Visitor.permissionsNow().contains(permission);
    }

    public String path() {
        return request.getRequestURI();
    }

    /** The address with a mark of its content, so that a browser may keep it for ever. */
    public String asset(String name) {
        String found = assets.getForLookupPath("/assets/" + name);
        return found == null ? "/assets/" + name : found;
    }

    public Look look() {
        return look;
    }

    public List<String> languages() {
        return Look.LANGUAGES;
    }

    public List<String> themes() {
        return Look.THEMES;
    }

    public List<String> densities() {
        return Look.DENSITIES;
    }

    public String language() {
        return texts.locale().getLanguage();
    }

    public String direction() {
        return language().equals("ar") ? "rtl" : "ltr";
    }

    /** What the page before wanted to be said here, once. */
    public @Nullable String told() {
        return once("told");
    }

    /** A record with which the step before did not work, and why. */
    public record Refusal(String href, String reason) {}

    public List<Refusal> refusals() {
        String lines = once("refusals");
        if (lines == null) return List.of();
        return lines.lines()
                .map(line -> line.split("\t", 2))
                .map(parts -> new Refusal(parts[0], parts[1]))
                .toList();
    }

    private @Nullable String once(String name) {
        if (visitor() == null) return null;
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(name) instanceof String text)) return null;
        session.removeAttribute(name);
        return text;
    }
}
