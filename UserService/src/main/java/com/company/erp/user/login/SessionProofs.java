package com.company.erp.user.login;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.factor.Factors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes out, for somebody whose session has begun, the proof of it. */
@Component
public class SessionProofs {

    private final AccessTokens tokens;
    private final Factors factors;

    SessionProofs(AccessTokens tokens, Factors factors) {
        this.tokens = tokens;
        this.factors = factors;
    }

    /** For a session that nothing renews. */
    public SignedIn of(Actor actor) {
        return of(actor, false, null);
    }

    SignedIn of(Actor actor, boolean mustChangePassword, @Nullable RefreshToken token) {
        return new SignedIn(
                tokens.issue(actor, mustChangePassword),
                "Bearer",
                tokens.lifetime().toSeconds(),
                token == null ? null : token.text(),
                chosen(actor.company()),
                mustChangePassword,
                factors.isLackedBy(actor));
    }

    static @Nullable CompanyId chosen(CompanyId company) {
        return company.equals(Scope.NO_COMPANY) ? null : company;
    }
}
