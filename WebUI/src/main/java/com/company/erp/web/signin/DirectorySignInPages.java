package com.company.erp.web.signin;

import com.company.erp.kernel.NotFound;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.sso.SingleSignOn;
import com.company.erp.web.frame.Visitors;
import com.company.erp.web.pattern.Address;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in by a directory: the page says whose, since that hears the password. */
@Controller
class DirectorySignInPages {

    private static final Form ASK = Form.of(
            "sign-in-directory",
            "/sign-in",
            Field.text("username").must(),
            Field.secret("password").must(),
            Field.text("code"));

    private final SingleSignOn singleSignOn;
    private final Visitors visitors;

    DirectorySignInPages(SingleSignOn singleSignOn, Visitors visitors) {
        this.singleSignOn = singleSignOn;
        this.visitors = visitors;
    }

    record Credentials(
            @NotBlank @Size(max = 254) String username,
            @NotBlank @Size(max = 200) String password,
            @Nullable @Size(max = 50) String code) {}

    static String at(IdentityProviderId directory) {
        return "/sign-in/directory/" + directory.value();
    }

    @GetMapping("/sign-in/directory/{directory}")
    String ask(
            @PathVariable IdentityProviderId directory,
            @RequestParam(defaultValue = "/") String to,
            Screen screen,
            Model model) {
        try {
            String name = singleSignOn.directoryName(directory);
            screen.form(ASK, null);
            return gate(directory, name, to, model);
        } catch (NotFound e) {
            screen.refused(SignInPages.SIGN_IN, e);
            return "sign-in";
        }
    }

    @PostMapping("/sign-in/directory/{directory}")
    String signIn(
            @PathVariable IdentityProviderId directory,
            @RequestParam(defaultValue = "/") String to,
            HttpServletRequest request,
            Screen screen,
            Model model) {
        String name = singleSignOn.directoryName(directory);
        String answer = screen.submit(() -> ASK, Credentials.class, typed -> {
            visitors.enter(request, singleSignOn.signIn(directory, typed.username(), typed.password(), typed.code()));
            return Address.ownPath(to);
        });
        return answer.startsWith("form") ? gate(directory, name, to, model) : answer;
    }

    private static String gate(IdentityProviderId directory, String name, String to, Model model) {
        model.addAttribute("action", at(directory));
        model.addAttribute("token", "");
        model.addAttribute("to", Address.ownPath(to));
        model.addAttribute("where", name);
        return "gate";
    }
}
