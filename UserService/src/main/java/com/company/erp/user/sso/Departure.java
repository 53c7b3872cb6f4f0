package com.company.erp.user.sso;

import com.company.erp.user.provider.IdentityProviderId;
import java.time.Instant;

/**
 * Where somebody is sent to sign in, and what is to be remembered of it until he comes back, for once.
 *
 * @param location the provider's address
 */
public record Departure(String location, Attempt attempt) {

    /**
     * What only the browser's session knows.
     *
     * @param state comes back as it was sent
     * @param nonce its hash comes back signed
     * @param verifier goes with the code, whose request bore its hash (PKCE)
     * @param returnTo where the provider sends people back to
     * @param to where they wanted to go
     * @param anew whether the provider has to see the person anew
     */
    public record Attempt(
            IdentityProviderId provider,
            String state,
            String nonce,
            String verifier,
            String returnTo,
            String to,
            boolean anew,
            Instant at) {

        @Override
        public String toString() {
            return "Attempt[" + provider.value() + "]";
        }
    }
}
