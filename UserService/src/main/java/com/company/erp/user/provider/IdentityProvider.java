package com.company.erp.user.provider;

import com.company.erp.platform.audit.NotAudited;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else's house in which the company's people sign in. It is registered with what that house calls us, is
 * changed as groups and domains do, may be switched off and on, and is deleted with all it has said of people.
 */
@Entity
@Table(name = "identity_providers")
class IdentityProvider extends CompanyRecord {

    private String name = "";
    private boolean enabled;
    private String issuer = "";
    private String clientId = "";

    @NotAudited
    private byte @Nullable [] clientSecret;

    private String scopes = "";
    private String audience = "";
    private String emailClaim = "";
    private String verifiedClaim = "";
    private String groupsClaim = "";

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> domains = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<GroupRole> roles = List.of();

    protected IdentityProvider() {}

    IdentityProvider(IdentityProviderDraft draft) {
        take(draft);
    }

    /** All but the secret, which is kept where no new one is given. */
    final void take(IdentityProviderDraft draft) {
        name = draft.name().strip();
        enabled = draft.enabled();
        issuer = draft.issuer().strip();
        clientId = draft.clientId().strip();
        scopes = or(draft.scopes(), "openid email profile");
        audience = or(draft.audience(), clientId);
        emailClaim = or(draft.emailClaim(), "email");
        verifiedClaim = or(draft.verifiedClaim(), "email_verified");
        groupsClaim = or(draft.groupsClaim(), "groups");
        domains = List.copyOf(domains(draft.domains()));
        roles = List.copyOf(draft.roles());
    }

    void keep(byte[] sealedSecret) {
        clientSecret = sealedSecret;
    }

    /** The one spelling of domains. */
    static Set<String> domains(List<String> written) {
        var plain = new TreeSet<String>();
        written.forEach(domain -> plain.add(domain.strip().toLowerCase(Locale.ROOT)));
        return plain;
    }

    private static String or(@Nullable String given, String usual) {
        return given == null || given.isBlank() ? usual : given.strip();
    }

    IdentityProviderId id() {
        return new IdentityProviderId(uuid());
    }

    byte @Nullable [] clientSecret() {
        return clientSecret;
    }

    List<String> domains() {
        return List.copyOf(domains);
    }

    IdentityProviderView view() {
        return new IdentityProviderView(
                id(),
                version(),
                name,
                enabled,
                issuer,
                clientId,
                clientSecret != null,
                scopes,
                audience,
                emailClaim,
                verifiedClaim,
                groupsClaim,
                domains(),
                List.copyOf(roles));
    }
}
