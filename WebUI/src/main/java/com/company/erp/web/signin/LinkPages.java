package com.company.erp.web.signin;

import com.company.erp.user.link.Links;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the links of letters lead, and the page on which one asks for such a letter. */
@Controller
class LinkPages {

    private static final Form FORGOT =
            Form.of("forgot", "/sign-in", Field.text("username").must());
    private static final Form WELCOME =
            Form.of("welcome", "/sign-in", Field.secret("newPassword").must());
    private static final Form CONFIRM = Form.of("confirm-email", "/");

    private final Links links;

    LinkPages(Links links) {
        this.links = links;
    }

    record Forgotten(@NotBlank @Size(max = 254) String username) {}

    record Choice(@NotBlank @Size(max = 200) String newPassword) {}

    record Yes() {}

    @GetMapping("/forgot-password")
    String forgot(Screen screen, Model model) {
        screen.form(FORGOT, null);
        return gate(model, "/forgot-password", "");
    }

    @PostMapping("/forgot-password")
    String send(Screen screen, Model model) {
        String answer = screen.submit(() -> FORGOT, Forgotten.class, forgotten -> {
            links.forgot(forgotten.username(), screen.texts().locale().getLanguage());
            screen.told("told.forgot");
            return "/sign-in";
        });
        return answer.startsWith("form") ? gate(model, "/forgot-password", "") : answer;
    }

    @GetMapping("/welcome")
    String welcome(
            @RequestParam(defaultValue = "") String token, HttpServletResponse response, Screen screen, Model model) {
        screen.form(WELCOME, null);
        return secretGate(model, "/welcome", token, response);
    }

    @PostMapping("/welcome")
    String choose(
            @RequestParam(defaultValue = "") String token, HttpServletResponse response, Screen screen, Model model) {
        String answer = screen.submit(() -> WELCOME, Choice.class, choice -> {
            links.choosePassword(token, choice.newPassword());
            screen.told("told.password");
            return "/sign-in";
        });
        return answer.startsWith("form") ? secretGate(model, "/welcome", token, response) : answer;
    }

    @GetMapping("/confirm-email")
    String confirm(
            @RequestParam(defaultValue = "") String token, HttpServletResponse response, Screen screen, Model model) {
        screen.form(CONFIRM, null);
        return secretGate(model, "/confirm-email", token, response);
    }

    @PostMapping("/confirm-email")
    String confirmed(
            @RequestParam(defaultValue = "") String token, HttpServletResponse response, Screen screen, Model model) {
        String answer = screen.submit(() -> CONFIRM, Yes.class, yes -> {
            screen.told(links.confirmEmail(token) ? "told.email" : "told.email-waits");
            return "/sign-in";
        });
        return answer.startsWith("form") ? secretGate(model, "/confirm-email", token, response) : answer;
    }

    /** No other place shall hear the address of this page, which holds the link's secret. */
    private static String secretGate(Model model, String action, String token, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        return gate(model, action, token);
    }

    private static String gate(Model model, String action, String token) {
        model.addAttribute("action", action);
        model.addAttribute("token", token);
        return "gate";
    }
}
