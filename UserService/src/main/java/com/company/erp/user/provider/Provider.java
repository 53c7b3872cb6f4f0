package com.company.erp.user.provider;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.platform.audit.NotAudited;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Column;
import jakarta.persistence.DiscriminatorColumn;
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
 * Somebody else's house that says who the company's people are. It is registered, is changed as groups and domains do,
 * may be switched off and on, and is deleted with all it has said of people.
 */
@Entity
@Table(name = "identity_providers")
@DiscriminatorColumn(name = "kind")
abstract class Provider extends CompanyRecord {

    private String name = "";
    private boolean enabled;

    @NotAudited
    @Column(name = "client_secret")
    private byte @Nullable [] secret;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> domains = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<GroupRole> roles = List.of();

    protected Provider() {}

    final void take(String givenName, boolean isEnabled, List<String> givenDomains, List<GroupRole> givenRoles) {
        name = givenName.strip();
        enabled = isEnabled;
        domains = List.copyOf(domains(givenDomains));
        roles = List.copyOf(givenRoles);
    }

    void keep(byte[] sealedSecret) {
        secret = sealedSecret;
    }

    /** The one spelling of domains. */
    static Set<String> domains(List<String> written) {
        var plain = new TreeSet<String>();
        written.forEach(domain -> plain.add(domain.strip().toLowerCase(Locale.ROOT)));
        return plain;
    }

    static String or(@Nullable String given, String usual) {
        return given == null || given.isBlank() ? usual : given.strip();
    }

    IdentityProviderId id() {
        return new IdentityProviderId(uuid());
    }

    /** As what the audit log knows it. */
    DocumentRef ref() {
        return new DocumentRef(this instanceof Directory ? "directory" : "identity_provider", uuid());
    }

    String name() {
        return name;
    }

    boolean isEnabled() {
        return enabled;
    }

    byte @Nullable [] secret() {
        return secret;
    }

    List<String> domains() {
        return List.copyOf(domains);
    }

    List<GroupRole> roles() {
        return List.copyOf(roles);
    }
}
