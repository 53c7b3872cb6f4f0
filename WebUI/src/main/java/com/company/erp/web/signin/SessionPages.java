package com.company.erp.web.signin;

import com.company.erp.user.session.OwnSessions;
import com.company.erp.user.session.SessionId;
import com.company.erp.web.pattern.Screen;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** From where the visitor is signed in, to be ended where that is no longer wanted. */
@Controller
class SessionPages {

    private final OwnSessions sessions;

    SessionPages(OwnSessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/sessions")
    String list(Screen screen) {
        return screen.page("sessions", sessions.list());
    }

    @PostMapping("/sessions/{id}/end")
    String end(@PathVariable SessionId id, Screen screen) {
        sessions.end(id);
        return screen.redirect("/sessions");
    }

    @PostMapping("/sessions/end")
    String endAll(Screen screen) {
        sessions.endAll();
        return screen.redirect("/sign-in");
    }
}
