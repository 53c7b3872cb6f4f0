package com.company.erp.user.oauth;

import com.company.erp.platform.access.Door;
import com.company.erp.platform.access.NeedsNothing;
import com.company.erp.user.apikey.ApiKeyProof;
import com.company.erp.user.login.AccessTokens;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Access tokens for machines that come with the id and the secret of their API key. */
@Door
public class ClientCredentials {

    private final ApiKeyProof keys;
    private final AccessTokens tokens;

    ClientCredentials(ApiKeyProof keys, AccessTokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /** A token, and for how many seconds it is good. */
    public record Issued(String token, long seconds) {

        @Override
        public String toString() {
            return "Issued[***]";
        }
    }

    /** A token for the machine; null when the secret is not that key's, or not good any more or from that address. */
    @NeedsNothing(because = "The secret of the key is the proof.")
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public @Nullable Issued issue(String id, String secret, String address) {
        ApiKeyProof.Machine machine = keys.machine(secret, address);
        if (machine == null || !isSame(id, machine.actor().user().value())) return null;
        return new Issued(
                tokens.issueToMachine(machine.actor(), machine.networks()),
                tokens.lifetime().toSeconds());
    }

    private static boolean isSame(String id, UUID key) {
        return key.toString().equalsIgnoreCase(id);
    }
}
