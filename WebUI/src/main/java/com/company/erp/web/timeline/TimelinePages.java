package com.company.erp.web.timeline;

import com.company.erp.document.comment.CommentDraft;
import com.company.erp.document.comment.Commenting;
import com.company.erp.document.mail.Mailing;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.trail.AuditTrail;
import com.company.erp.user.member.UserAdministration;
import com.company.erp.web.pattern.Picks;
import com.company.erp.web.pattern.Screen;
import com.company.erp.web.pattern.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class TimelinePages {

    private final AuditTrail trail;
    private final Commenting commenting;
    private final Mailing mailing;
    private final UserAdministration users;

    TimelinePages(AuditTrail trail, Commenting commenting, Mailing mailing, UserAdministration users) {
        this.trail = trail;
        this.commenting = commenting;
        this.mailing = mailing;
        this.users = users;
    }

    record Timeline(String at, List<Happening> happenings) {}

    @GetMapping("/timeline/{resource}/{id}")
    String show(@PathVariable String resource, @PathVariable UUID id, Screen screen) {
        Texts texts = screen.texts();
        var all = new ArrayList<Happening>();
        trail.history(resource, id).forEach(change -> all.add(Happening.of(change, texts)));
        add(all, () -> commenting.list(resource, id).items().stream().map(comment -> Happening.of(comment, texts)));
        add(all, () -> mailing.list(resource, id).items().stream().map(mail -> Happening.of(mail, texts)));
        all.sort(Comparator.comparing(Happening::instant).reversed());
        var timeline = new Timeline("/timeline/" + resource + "/" + id, all);
        return screen.page(screen.isFragment() ? "timeline :: timeline" : "timeline", timeline);
    }

    /** Whoever may not read e-mail sees the rest. */
    private static void add(List<Happening> all, Supplier<Stream<Happening>> some) {
        try {
            some.get().forEach(all::add);
        } catch (Forbidden e) {
            // Left out.
        }
    }

    @PostMapping("/timeline/{resource}/{id}")
    String say(
            @PathVariable String resource,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable Set<UserId> mention,
            Screen screen) {
        if (!text.isBlank()) commenting.say(resource, id, new CommentDraft(text, mention));
        return show(resource, id, screen);
    }

    @GetMapping("/pick/colleagues")
    String pick(@RequestParam(defaultValue = "") String q, Screen screen) {
        List<Picks> offered = users.colleagues(q).stream()
                .map(user -> new Picks(user.id().value().toString(), user.name(), user.username(), Map.of()))
                .toList();
        return screen.page("pick", offered);
    }
}
