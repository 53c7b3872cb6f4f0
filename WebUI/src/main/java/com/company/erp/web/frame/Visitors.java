package com.company.erp.web.frame;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.ErpException;
import com.company.erp.masterdata.company.CompanyRegister;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.Users.CompanyOfUser;
import com.company.erp.user.login.AccessTokens;
import com.company.erp.user.login.Me;
import com.company.erp.user.login.SignedIn;
import com.company.erp.user.login.SigningIn;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.session.security.web.authentication.SpringSessionRememberMeServices;
import org.springframework.stereotype.Component;

/** Remembers in the browser's session who has signed in, and forgets it. */
@Component
public class Visitors {

    private static final String ATTRIBUTE = "visitor";

    private final SigningIn signingIn;
    private final CompanyRegister companies;
    private final JwtDecoder tokens;
    private final ObjectMapper json;
    private final SessionProperties properties;

    Visitors(
            SigningIn signingIn,
            CompanyRegister companies,
            JwtDecoder tokens,
            ObjectMapper json,
            SessionProperties properties) {
        this.properties = properties;
        this.signingIn = signingIn;
        this.companies = companies;
        this.tokens = tokens;
        this.json = json;
    }

    /** Begins a session that no earlier holder of the cookie knows. */
    public void enter(HttpServletRequest request, SignedIn proof) {
        enter(request, AccessTokens.actor(tokens.decode(proof.accessToken())));
    }

    /** The same for who stays signed in on this device: an idle hour or a closed window ends nothing. */
    public void remember(HttpServletRequest request, SignedIn proof) {
        enter(request, proof);
        if (!remembers()) return;
        request.setAttribute(SpringSessionRememberMeServices.REMEMBER_ME_LOGIN_ATTR, true);
        request.getSession()
                .setMaxInactiveInterval(Math.toIntExact(properties.remembered().toSeconds()));
    }

    /** Whether anybody may ask to stay signed in. */
    public boolean remembers() {
        return properties.remembered().isPositive();
    }

    /** The same for whom another house has proved. */
    public void enter(HttpServletRequest request, Actor actor) {
        Visitor visitor = Scope.get(actor, () -> visitor(actor, signingIn.me()));
        leave(request);
        keep(request.getSession(true), visitor);
    }

    /** Reads again what the session says of the visitor and the company. */
    public void refresh(HttpServletRequest request, CompanyId company) {
        Actor actor = Scope.actor().in(company);
        Visitor visitor = Scope.get(actor, () -> visitor(actor, signingIn.me()));
        keep(request.getSession(true), visitor);
    }

    public void leave(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) session.invalidate();
    }

    private Visitor visitor(Actor actor, Me me) {
        CompanyOfUser company = me.companies().stream()
                .filter(c -> c.id().equals(me.company()))
                .findFirst()
                .orElse(null);
        return new Visitor(
                me.id(),
                actor.session(),
                me.username(),
                me.name(),
                me.mustChangePassword(),
                me.mustAddSecondFactor(),
                company,
                me.companies(),
                me.permissions(),
                company == null ? "UTC" : timeZone());
    }

    /** Days begin at midnight UTC for whoever may not know the company. */
    private String timeZone() {
        try {
            return companies.read().timeZone();
        } catch (ErpException e) {
            return "UTC";
        }
    }

    private void keep(HttpSession session, Visitor visitor) {
        try {
            session.setAttribute(ATTRIBUTE, json.writeValueAsString(visitor));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Nullable Visitor find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) return null;
        try {
            return json.readValue(text, Visitor.class);
        } catch (JsonProcessingException e) {
            // Written by another version of the program: signing in again helps.
            session.invalidate();
            return null;
        }
    }
}
