package com.company.erp.web.signin;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.sso.Departure;
import com.company.erp.user.sso.Offer;
import com.company.erp.user.sso.SingleSignOn;
import com.company.erp.web.frame.Visitors;
import com.company.erp.web.pattern.Address;
import com.company.erp.web.pattern.Field;
import com.company.erp.web.pattern.Form;
import com.company.erp.web.pattern.Screen;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Signing in by an identity provider. What is to be remembered until somebody comes back lies in the session, so any
 * instance may see him come, and it is good once. No form leads to the provider itself: the pages' own policy lets
 * forms send to this house alone.
 */
@Controller
class SingleSignOnPages {

    private static final String ATTEMPT = "departure";
    private static final Form ASK =
            Form.of("sign-in-with", "/sign-in", Field.text("email").must());

    private final SingleSignOn singleSignOn;
    private final Visitors visitors;
    private final ObjectMapper json;

    SingleSignOnPages(SingleSignOn singleSignOn, Visitors visitors, ObjectMapper json) {
        this.singleSignOn = singleSignOn;
        this.visitors = visitors;
        this.json = json;
    }

    record Asked(@NotBlank @Size(max = 254) String email) {}

    /** Where a visitor proves anew at the provider that it is he. */
    static String anew(IdentityProviderId provider, String to) {
        return at(provider) + "?anew=true&to=" + UriUtils.encode(to, StandardCharsets.UTF_8);
    }

    private static String at(IdentityProviderId provider) {
        return "/sign-in/with/" + provider.value();
    }

    private static String at(Offer offer) {
        return offer.directory() ? DirectorySignInPages.at(offer.id()) : at(offer.id());
    }

    /** A way to sign in, to be chosen from. */
    record Way(String name, String path) {

        static Way of(Offer offer) {
            return new Way(offer.name() + " · " + offer.companyName(), at(offer));
        }
    }

    @GetMapping("/sign-in/with")
    String ask(@RequestParam(defaultValue = "/") String to, Screen screen, Model model) {
        screen.form(ASK, null);
        return gate(to, model);
    }

    @PostMapping("/sign-in/with")
    String offer(
            @RequestParam(defaultValue = "/") String to, Screen screen, Model model, HttpServletResponse response) {
        String answer = screen.answer(ASK, Asked.class, asked -> {
            List<Offer> offers = singleSignOn.offers(asked.email());
            if (offers.isEmpty()) {
                throw new InvalidInput(
                        "email", "sign_in.no_provider", "No identity provider speaks for addresses of that domain.");
            }
            String way = "?to=" + UriUtils.encode(Address.ownPath(to), StandardCharsets.UTF_8);
            if (offers.size() == 1) {
                response.setHeader("Refresh", "0; url=" + at(offers.getFirst()) + way);
            }
            model.addAttribute("way", way);
            return screen.page("offers", offers.stream().map(Way::of).toList());
        });
        return answer.startsWith("form") ? gate(to, model) : answer;
    }

    private static String gate(String to, Model model) {
        model.addAttribute("action", "/sign-in/with");
        model.addAttribute("token", "");
        model.addAttribute("to", Address.ownPath(to));
        return "gate";
    }

    @GetMapping("/sign-in/with/{provider}")
    String depart(
            @PathVariable IdentityProviderId provider,
            @RequestParam(defaultValue = "/") String to,
            @RequestParam(defaultValue = "false") boolean anew,
            HttpServletRequest request,
            Screen screen) {
        try {
            Departure departure =
                    singleSignOn.depart(provider, here(at(provider) + "/return"), Address.ownPath(to), anew);
            request.getSession(true).setAttribute(ATTEMPT, json.writeValueAsString(departure.attempt()));
            return screen.redirect(departure.location());
        } catch (ErpException e) {
            return refused(screen, e);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @GetMapping("/sign-in/with/{provider}/return")
    String arrive(
            @PathVariable IdentityProviderId provider,
            @RequestParam Map<String, String> answer,
            HttpServletRequest request,
            Screen screen) {
        try {
            Departure.Attempt attempt = taken(request.getSession(false));
            if (attempt == null || !attempt.provider().equals(provider)) {
                throw new Unauthenticated("sign_in.provider_refused", "Nobody was sent there from this browser.");
            }
            visitors.enter(request, singleSignOn.arrive(attempt, answer));
            return screen.redirect(attempt.to());
        } catch (ErpException e) {
            return refused(screen, e);
        }
    }

    /** An attempt is good once, however it ends. */
    private Departure.@Nullable Attempt taken(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ATTEMPT) instanceof String text)) return null;
        session.removeAttribute(ATTEMPT);
        try {
            return json.readValue(text, Departure.Attempt.class);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    @GetMapping("/sign-in/with/{provider}/leave")
    String leave(@PathVariable IdentityProviderId provider, Screen screen) {
        try {
            String location = singleSignOn.leave(provider, here("/sign-in"));
            return screen.redirect(location == null ? "/sign-in" : location);
        } catch (ErpException e) {
            return refused(screen, e);
        }
    }

    private static String refused(Screen screen, ErpException e) {
        screen.refused(SignInPages.SIGN_IN, e);
        return "sign-in";
    }

    /** The address of a page as the browser knows it. */
    private static String here(String path) {
        return ServletUriComponentsBuilder.fromCurrentContextPath().path(path).toUriString();
    }
}
