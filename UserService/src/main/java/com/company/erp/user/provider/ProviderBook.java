package com.company.erp.user.provider;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.factor.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds providers by which people sign in, before anybody has. Call it outside transactions. */
@Component
public class ProviderBook {

    private final IdentityProviders providers;
    private final SecretBox secrets;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ProviderBook(
            IdentityProviders providers, SecretBox secrets, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.providers = providers;
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws NotFound identity_provider.unknown, also for one that is switched off */
    public ProviderSettings get(IdentityProviderId id) {
        UUID company = transaction.execute(status -> jdbc
                .sql("SELECT identity_provider_company(:id)")
                .param("id", id.value())
                .query((row, index) -> row.getObject(1, UUID.class))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
        if (company == null) {
            throw new NotFound("identity_provider.unknown", "There is no such identity provider.");
        }
        var found = Scope.get(
                Actor.system(new CompanyId(company), "single sign-on"),
                () -> transaction.execute(status -> settings(providers.get(id))));
        if (found == null) throw new IllegalStateException("A provider has settings.");
        return found;
    }

    ProviderSettings settings(IdentityProvider provider) {
        return new ProviderSettings(provider.view(), Scope.company(), secret(provider));
    }

    private @Nullable String secret(IdentityProvider provider) {
        byte[] closed = provider.clientSecret();
        if (closed == null) return null;
        byte[] open = secrets.open(provider.uuid(), closed);
        return open == null ? null : new String(open, StandardCharsets.UTF_8);
    }

    void keep(IdentityProvider provider, String secret) {
        provider.keep(secrets.close(provider.uuid(), secret.getBytes(StandardCharsets.UTF_8)));
    }
}
