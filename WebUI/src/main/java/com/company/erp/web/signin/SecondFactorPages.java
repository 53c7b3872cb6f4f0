package com.company.erp.web.signin;

import com.company.erp.document.press.SquareCode;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.factor.FactorSetup;
import com.company.erp.user.factor.FactorStatus;
import com.company.erp.user.factor.SecondFactor;
import com.company.erp.user.passkey.PasskeyView;
import com.company.erp.user.passkey.Passkeys;
import com.company.erp.web.frame.Visitors;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * A second factor of one's own: set up with an app on the phone, and taken away. Who must have one and has none is led
 * here by whatever else he asks for.
 */
@Controller
class SecondFactorPages {

    private static final String AT = "/second-factor";
    private static final String SECRET = "[A-Z2-7]{32}";
    private static final Form BEGIN =
            Form.of("second-factor", "/", Field.secret("currentPassword").must());
    private static final Form CONFIRM =
            Form.of("second-factor-app", "/", Field.text("code").must(), Field.hidden("secret"));
    private static final Form REMOVE = Form.of(
            "second-factor-remove",
            "/",
            Field.secret("currentPassword").must(),
            Field.text("code").must());

    private final SecondFactor factor;
    private final Passkeys passkeys;
    private final Visitors visitors;

    SecondFactorPages(SecondFactor factor, Passkeys passkeys, Visitors visitors) {
        this.factor = factor;
        this.passkeys = passkeys;
        this.visitors = visitors;
    }

    record Beginning(@NotBlank @Size(max = 200) String currentPassword) {}

    /** @param secret as the page before showed it: it is shown again when the code was wrong, and proves nothing */
    record Confirmation(
            @NotBlank @Size(max = 50) String code,
            @NotNull @Pattern(regexp = SECRET) String secret) {}

    record Removal(
            @NotBlank @Size(max = 200) String currentPassword,
            @NotBlank @Size(max = 50) String code) {}

    /** @param since in words, when an app was set up; empty without one */
    record Own(String since, int recoveryCodesLeft, boolean required, List<PasskeyView> passkeys) {}

    /** @param picture what the phone reads */
    record App(String secret, String picture) {}

    @GetMapping(AT)
    String show(HttpServletRequest request, Screen screen, Model model) {
        FactorStatus status = factor.read();
        if (!Scope.lacksFactor()) visitors.refresh(request, Scope.company());
        screen.form(status.since() == null ? BEGIN : REMOVE, null);
        return own(status, screen, model);
    }

    private String own(FactorStatus status, Screen screen, Model model) {
        String since = status.since() == null ? "" : screen.texts().moment(status.since());
        model.addAttribute("page", new Own(since, status.recoveryCodesLeft(), Scope.lacksFactor(), passkeys.list()));
        return "second-factor";
    }

    @PostMapping(AT)
    String begin(Screen screen, Model model) {
        String answer = screen.answer(BEGIN, Beginning.class, wanted -> {
            FactorSetup setup = factor.begin(wanted.currentPassword());
            screen.form(CONFIRM, null);
            return app(setup, screen);
        });
        return answer.startsWith("form") ? own(factor.read(), screen, model) : answer;
    }

    private static String app(FactorSetup setup, Screen screen) {
        return screen.page("second-factor-app", new App(setup.secret(), SquareCode.of(setup.uri())));
    }

    @PostMapping(AT + "/confirm")
    String confirm(HttpServletRequest request, Screen screen) {
        String answer = screen.answer(CONFIRM, Confirmation.class, wanted -> {
            var codes = factor.confirm(wanted.code());
            visitors.refresh(request, Scope.company());
            return screen.page("second-factor-codes", codes);
        });
        String secret = request.getParameter("secret");
        if (!answer.startsWith("form")) return answer;
        if (secret == null || !secret.matches(SECRET)) return screen.redirect(AT);
        return app(FactorSetup.of(Scope.actor().person().name(), secret), screen);
    }

    @PostMapping(AT + "/remove")
    String remove(Screen screen, Model model) {
        String answer = screen.submit(() -> REMOVE, Removal.class, wanted -> {
            factor.remove(wanted.currentPassword(), wanted.code());
            screen.told("told.second-factor-removed");
            return AT;
        });
        return answer.startsWith("form") ? own(factor.read(), screen, model) : answer;
    }
}
