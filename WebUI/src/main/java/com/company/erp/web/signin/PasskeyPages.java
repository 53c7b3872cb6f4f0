package com.company.erp.web.signin;

import com.company.erp.kernel.NotFound;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.login.SigningIn;
import com.company.erp.user.passkey.Origin;
import com.company.erp.user.passkey.PasskeyId;
import com.company.erp.user.passkey.PasskeyView;
import com.company.erp.user.passkey.Passkeys;
import com.company.erp.user.passkey.Question;
import com.company.erp.user.stepup.SteppingUp;
import com.company.erp.web.frame.Visitors;
import com.company.erp.web.pattern.Address;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Passkeys at the browser: made, named and removed, and used to sign in and to prove anew that it is oneself. What a
 * browser is asked stands in its session until the answer, and no longer.
 */
@Controller
class PasskeyPages {

    private static final String OWN = "/second-factor";
    private static final String AT = OWN + "/passkeys";
    private static final String CHALLENGE = "passkey-challenge";
    private static final String NAME = "passkey-name";

    private static final Form NEW = Form.of(
            "passkey-new",
            OWN,
            Field.text("name").must(),
            Field.secret("currentPassword").must());
    private static final Form RENAME =
            Form.of("passkey-rename", OWN, Field.text("name").must());
    private static final Form REMOVE =
            Form.of("passkey-remove", OWN, Field.secret("currentPassword").must());
    private static final Form SIGNED = Form.of("sign-in", "/", Field.hidden("credential"));

    private final Passkeys passkeys;
    private final SigningIn signingIn;
    private final SteppingUp steppingUp;
    private final Visitors visitors;

    PasskeyPages(Passkeys passkeys, SigningIn signingIn, SteppingUp steppingUp, Visitors visitors) {
        this.passkeys = passkeys;
        this.signingIn = signingIn;
        this.steppingUp = steppingUp;
        this.visitors = visitors;
    }

    record New(
            @NotBlank @Size(max = 100) String name,
            @NotBlank @Size(max = 200) String currentPassword) {}

    record Name(@NotBlank @Size(max = 100) String name) {}

    record Removal(@NotBlank @Size(max = 200) String currentPassword) {}

    /** @param credential as the browser answered, in JSON */
    record Signed(@NotBlank @Size(max = 20_000) String credential) {}

    @GetMapping(AT + "/new")
    String begin(Screen screen, Model model) {
        screen.form(NEW, null);
        return gate(model, AT + "/new");
    }

    @PostMapping(AT + "/new")
    String ask(HttpServletRequest request, Screen screen, Model model) {
        String answer = screen.answer(NEW, New.class, wanted -> {
            Question question = passkeys.begin(wanted.currentPassword());
            keep(request, question);
            request.getSession().setAttribute(NAME, wanted.name());
            return screen.page("passkey-make", question);
        });
        return answer.startsWith("form") ? gate(model, AT + "/new") : answer;
    }

    @PostMapping(AT + "/made")
    String made(HttpServletRequest request, Screen screen) {
        String name = taken(request, NAME);
        String challenge = taken(request, CHALLENGE);
        String answer = screen.answer(SIGNED, Signed.class, made -> {
            var codes = passkeys.finish(challenge, made.credential(), origin(request), name);
            visitors.refresh(request, Scope.company());
            if (codes.isPresent()) return screen.page("second-factor-codes", codes.get());
            return screen.told("told.passkey").redirect(OWN);
        });
        return answer.startsWith("form") ? screen.told("passkey.failed").redirect(AT + "/new") : answer;
    }

    @GetMapping(AT + "/rename")
    String renaming(@RequestParam PasskeyId id, Screen screen, Model model) {
        screen.form(RENAME, new Name(find(id).name()));
        return gate(model, at("rename", id));
    }

    @PostMapping(AT + "/rename")
    String rename(@RequestParam PasskeyId id, Screen screen, Model model) {
        String answer = screen.submit(() -> RENAME, Name.class, wanted -> {
            passkeys.rename(id, wanted.name());
            return OWN;
        });
        return answer.startsWith("form") ? gate(model, at("rename", id)) : answer;
    }

    @GetMapping(AT + "/remove")
    String removing(@RequestParam PasskeyId id, Screen screen, Model model) {
        find(id);
        screen.form(REMOVE, null);
        return gate(model, at("remove", id));
    }

    @PostMapping(AT + "/remove")
    String remove(@RequestParam PasskeyId id, Screen screen, Model model) {
        String answer = screen.submit(() -> REMOVE, Removal.class, wanted -> {
            passkeys.remove(id, wanted.currentPassword());
            screen.told("told.passkey-removed");
            return OWN;
        });
        return answer.startsWith("form") ? gate(model, at("remove", id)) : answer;
    }

    private static String at(String step, PasskeyId id) {
        return AT + "/" + step + "?id=" + id.value();
    }

    /** What the browser is to ask its devices for, at signing in and at proving anew that it is oneself. */
    @PostMapping("/sign-in/passkey/ask")
    void options(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Question question = passkeys.ask();
        keep(request, question);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(question.options().getBytes(StandardCharsets.UTF_8));
    }

    @PostMapping("/sign-in/passkey")
    String login(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Screen screen) {
        String challenge = taken(request, CHALLENGE);
        String answer = screen.submit(() -> SIGNED, Signed.class, signed -> {
            visitors.enter(request, signingIn.loginByPasskey(challenge, signed.credential(), origin(request)));
            return Address.ownPath(to);
        });
        return answer.startsWith("form") ? "sign-in" : answer;
    }

    @PostMapping("/step-up/passkey")
    String stepUp(@RequestParam(defaultValue = "/") String to, HttpServletRequest request, Screen screen) {
        String challenge = taken(request, CHALLENGE);
        String answer = screen.submit(() -> SIGNED, Signed.class, signed -> {
            steppingUp.stepUpByPasskey(challenge, signed.credential(), origin(request));
            screen.told("told.step-up");
            return Address.ownPath(to);
        });
        return answer.startsWith("form") ? screen.told("passkey.failed").redirect("/step-up") : answer;
    }

    private PasskeyView find(PasskeyId id) {
        return passkeys.list().stream()
                .filter(passkey -> passkey.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFound("passkey.unknown", "You have no such passkey."));
    }

    private static void keep(HttpServletRequest request, Question question) {
        request.getSession(true).setAttribute(CHALLENGE, question.challenge());
    }

    /** @throws Unauthenticated passkey.refused, when nothing was asked, or it was answered already */
    private static String taken(HttpServletRequest request, String attribute) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(attribute) instanceof String text)) {
            throw new Unauthenticated("passkey.refused", "Nothing was asked of a passkey, or it was answered already.");
        }
        session.removeAttribute(attribute);
        return text;
    }

    private static Origin origin(HttpServletRequest request) {
        return new Origin(request.getScheme(), request.getServerName(), request.getServerPort());
    }

    private static String gate(Model model, String action) {
        model.addAttribute("action", action);
        model.addAttribute("token", "");
        return "gate";
    }
}
