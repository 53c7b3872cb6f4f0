package com.company.erp.web.keep;

import com.company.erp.user.unfinished.UnfinishedForms;
import com.company.erp.web.pattern.Address;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class KeepPages {

    private static final Set<String> NOT_TYPED = Set.of("_csrf", "_at");

    private final UnfinishedForms unfinished;

    KeepPages(UnfinishedForms unfinished) {
        this.unfinished = unfinished;
    }

    @PostMapping("/unfinished")
    String keep(@RequestParam("_at") String at, HttpServletRequest request, Screen screen) {
        var typed = new TreeMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!NOT_TYPED.contains(name)) typed.put(name, List.of(values));
        });
        unfinished.keep(Address.ownPath(at), typed);
        return screen.page("kept", "");
    }

    @PostMapping("/unfinished/forget")
    String forget(@RequestParam("_at") String at, Screen screen) {
        unfinished.forget(Address.ownPath(at));
        return screen.redirect(Address.ownPath(at));
    }
}
