package com.company.erp.web.view;

import com.company.erp.user.view.SavedViewLine;
import com.company.erp.user.view.ViewBook;
import com.company.erp.user.view.ViewDraft;
import com.company.erp.user.view.ViewId;
import com.company.erp.web.pattern.Address;
import com.company.erp.web.pattern.Screen;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

@Controller
class ViewPages {

    private final ViewBook views;

    ViewPages(ViewBook views) {
        this.views = views;
    }

    /** A view as a link, which the list shows the name of. */
    record Offered(SavedViewLine line, String href) {}

    /** @param at the list as it stands now, which can be saved */
    record Menu(String list, String at, List<Offered> views) {}

    @GetMapping("/views")
    String list(@RequestParam String list, @RequestParam String at, Screen screen) {
        String own = Address.ownPath(at);
        List<Offered> offered = views.list(list).stream()
                .map(line -> new Offered(line, href(own, line)))
                .toList();
        return screen.page(screen.isFragment() ? "views :: views" : "views", new Menu(list, own, offered));
    }

    private static String href(String at, SavedViewLine line) {
        String named = "view=" + UriUtils.encode(line.name(), StandardCharsets.UTF_8);
        return split(at)[0] + "?" + (line.query().isEmpty() ? named : line.query() + "&" + named);
    }

    private static String[] split(String at) {
        return (at + "?").split("\\?", 3);
    }

    @PostMapping("/views")
    String save(@RequestParam String list, @RequestParam String at, @RequestParam String name, Screen screen) {
        String own = Address.ownPath(at);
        SavedViewLine saved = views.save(new ViewDraft(list, name, split(own)[1]));
        return screen.redirect(href(own, saved));
    }

    @PostMapping("/views/{id}/share")
    String share(@PathVariable ViewId id, @RequestParam(defaultValue = "/") String at, Screen screen) {
        views.share(id);
        return screen.redirect(Address.ownPath(at));
    }

    @PostMapping("/views/{id}/unshare")
    String unshare(@PathVariable ViewId id, @RequestParam(defaultValue = "/") String at, Screen screen) {
        views.unshare(id);
        return screen.redirect(Address.ownPath(at));
    }

    @PostMapping("/views/{id}/drop")
    String drop(@PathVariable ViewId id, @RequestParam(defaultValue = "/") String at, Screen screen) {
        views.drop(id, screen.version());
        return screen.redirect(Address.ownPath(at));
    }
}
