package com.company.erp.assembly.security;

import com.company.erp.kernel.Actor;
import com.company.erp.user.apikey.ApiKeyProof;
import com.company.erp.user.login.AccessTokens;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/** Whom a verified proof names: an access token of this house or of a provider, or the API key of a machine. */
final class Proof {

    private Proof() {}

    static @Nullable Actor actor(@Nullable Authentication proof) {
        return switch (proof) {
            case JwtAuthenticationToken token -> AccessTokens.actor(token.getToken());
            case ActorProof other -> other.actor();
            case null, default -> null;
        };
    }

    /** Whether a machine came with it: such an actor is its own session. */
    static boolean isOfMachine(Actor actor) {
        return actor.session().equals(actor.user().value());
    }

    static boolean isGoodFrom(@Nullable Authentication proof, String address) {
        return !(proof instanceof JwtAuthenticationToken token)
                || ApiKeyProof.isAllowed(AccessTokens.networks(token.getToken()), address);
    }

    static boolean mustChangePassword(@Nullable Authentication proof) {
        return proof instanceof JwtAuthenticationToken token && AccessTokens.mustChangePassword(token.getToken());
    }
}
