package com.company.erp.web.signin;

import com.company.erp.user.factor.SecondFactor;
import com.company.erp.user.passkey.Passkeys;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.sso.SingleSignOn;
import com.company.erp.user.stepup.SteppingUp;
import com.company.erp.web.pattern.Address;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a visitor proves anew that it is he, and goes back to what he was about to do. */
@Controller
class StepUpPages {

    private static final Form BY_PASSWORD =
            Form.of("step-up", "/", Field.secret("currentPassword").must());
    private static final Form BY_CODE =
            Form.of("step-up-by-code", "/", Field.text("code").must());

    private final SteppingUp steppingUp;
    private final SecondFactor factor;
    private final Passkeys passkeys;
    private final SingleSignOn singleSignOn;

    StepUpPages(SteppingUp steppingUp, SecondFactor factor, Passkeys passkeys, SingleSignOn singleSignOn) {
        this.steppingUp = steppingUp;
        this.factor = factor;
        this.passkeys = passkeys;
        this.singleSignOn = singleSignOn;
    }

    record Proof(
            @Nullable @Size(max = 200) String currentPassword,
            @Nullable @Size(max = 50) String code) {}

    private Form form() {
        return factor.read().active() ? BY_CODE : BY_PASSWORD;
    }

    @GetMapping("/step-up")
    String ask(@RequestParam(defaultValue = "/") String to, Screen screen, Model model) {
        IdentityProviderId provider = singleSignOn.own();
        if (provider != null) return screen.redirect(SingleSignOnPages.anew(provider, Address.ownPath(to)));
        screen.form(form(), null);
        return gate(to, model);
    }

    @PostMapping("/step-up")
    String prove(@RequestParam(defaultValue = "/") String to, Screen screen, Model model) {
        String answer = screen.submit(this::form, Proof.class, proof -> {
            steppingUp.stepUp(proof.currentPassword(), proof.code());
            screen.told("told.step-up");
            return Address.ownPath(to);
        });
        return answer.startsWith("form") ? gate(to, model) : answer;
    }

    private String gate(String to, Model model) {
        model.addAttribute("passkey", !passkeys.list().isEmpty());
        model.addAttribute("action", "/step-up");
        model.addAttribute("token", "");
        model.addAttribute("to", Address.ownPath(to));
        return "gate";
    }
}
