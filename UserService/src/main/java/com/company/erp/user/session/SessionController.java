package com.company.erp.user.session;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/sessions")
class SessionController {

    private final OwnSessions sessions;

    SessionController(OwnSessions sessions) {
        this.sessions = sessions;
    }

    @Operation(summary = "List your sessions, with device and address, and why those ended that did")
    @GetMapping
    List<SessionView> list() {
        return sessions.list();
    }

    @Operation(summary = "End one of your sessions")
    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable SessionId id) {
        sessions.end(id);
    }

    @Operation(summary = "End all your sessions, this one too")
    @PostMapping("/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endAll() {
        sessions.endAll();
    }
}
