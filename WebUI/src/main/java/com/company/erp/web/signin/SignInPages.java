package com.company.erp.web.signin;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.user.login.SignedIn;
import com.company.erp.user.login.SigningIn;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.sso.SingleSignOn;
import com.company.erp.web.frame.Look;
import com.company.erp.web.frame.Visitors;
import com.company.erp.web.pattern.Address;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class SignInPages {

    private static final Duration A_YEAR = Duration.ofDays(365);
    static final Form SIGN_IN = Form.of(
            "sign-in",
            "/",
            Field.text("username").must(),
            Field.secret("password").must(),
            Field.text("code"));
    private static final Form PASSWORD = Form.of(
            "password",
            "/",
            Field.secret("currentPassword").must(),
            Field.secret("newPassword").must());

    private final SigningIn signingIn;
    private final SingleSignOn singleSignOn;
    private final Visitors visitors;

    SignInPages(SigningIn signingIn, SingleSignOn singleSignOn, Visitors visitors) {
        this.signingIn = signingIn;
        this.singleSignOn = singleSignOn;
        this.visitors = visitors;
    }

    record Credentials(
            @NotBlank @Size(max = 254) String username,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 50) String code) {}

    record PasswordChange(
            @NotBlank @Size(max = 200) String currentPassword,
            @NotBlank @Size(max = 200) String newPassword) {}

    /** Whether the page offers to stay signed in. */
    @ModelAttribute("remembers")
    boolean remembers() {
        return visitors.remembers();
    }

    @GetMapping("/sign-in")
    String signIn(Screen screen) {
        screen.form(SIGN_IN, null);
        return "sign-in";
    }

    @PostMapping("/sign-in")
    String login(
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "false") boolean stay,
            HttpServletRequest request,
            Screen screen,
            Model model) {
        String answer = screen.submit(() -> SIGN_IN, Credentials.class, credentials -> {
            SignedIn proof = login(credentials, model);
            if (stay) visitors.remember(request, proof);
            else visitors.enter(request, proof);
            return Address.ownPath(to);
        });
        return answer.startsWith("form") ? "sign-in" : answer;
    }

    /** Whoever has a second factor is asked for its code once the password was right. */
    private SignedIn login(Credentials credentials, Model model) {
        try {
            return signingIn.login(credentials.username(), credentials.password(), credentials.code(), null);
        } catch (Unauthenticated e) {
            model.addAttribute("needsCode", e.code().startsWith("sign_in.code"));
            throw e;
        }
    }

    @PostMapping("/sign-out")
    String logout(HttpServletRequest request, Screen screen) {
        IdentityProviderId provider = singleSignOn.own();
        signingIn.logout();
        visitors.leave(request);
        return screen.redirect(provider == null ? "/sign-in" : "/sign-in?left=" + provider.value());
    }

    @GetMapping("/password")
    String password(Screen screen) {
        screen.form(PASSWORD, null);
        return "password";
    }

    @PostMapping("/password")
    String changePassword(HttpServletRequest request, Screen screen) {
        String answer = screen.submit(() -> PASSWORD, PasswordChange.class, change -> {
            visitors.enter(request, signingIn.password(change.currentPassword(), change.newPassword()));
            screen.told("told.password");
            return "/";
        });
        return answer.startsWith("form") ? "password" : answer;
    }

    @PostMapping("/company/switch")
    String switchTo(@RequestParam CompanyId company, HttpServletRequest request, Screen screen) {
        signingIn.switchTo(company);
        visitors.refresh(request, company);
        return screen.redirect("/");
    }

    @PostMapping("/look")
    String look(
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "auto") String theme,
            @RequestParam(defaultValue = "comfortable") String density,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            HttpServletResponse response,
            Screen screen) {
        var cookie = ResponseCookie.from(Look.COOKIE, new Look(language, theme, density).text())
                .path("/")
                .maxAge(A_YEAR)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return screen.redirect(Address.ownPath(to));
    }
}
