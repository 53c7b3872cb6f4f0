package com.company.erp.user.provider;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.NotFound;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.factor.SecretBox;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds providers by which people sign in, before anybody has. Call it outside transactions. */
@Component
public class ProviderBook {

    private final Providers providers;
    private final SecretBox secrets;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ProviderBook(Providers providers, SecretBox secrets, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.providers = providers;
        this.secrets = secrets;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws NotFound identity_provider.unknown, also for one that is switched off, or a directory */
    public ProviderSettings get(IdentityProviderId id) {
        return find(id, IdentityProvider.class, this::settings);
    }

    /** @throws NotFound identity_provider.unknown, also for one that is switched off, or no directory */
    public DirectorySettings directory(IdentityProviderId id) {
        return find(id, Directory.class, this::settings);
    }

    private <P extends Provider, T> T find(IdentityProviderId id, Class<P> kind, Function<P, T> settings) {
        UUID company = transaction.execute(status -> jdbc
                .sql("SELECT provider_company(:id)")
                .param("id", id.value())
                .query((row, index) -> row.getObject(1, UUID.class))
                .stream()
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null));
        if (company == null) {
            throw new NotFound("identity_provider.unknown", "There is no such identity provider.");
        }
        T found = Scope.get(
                Actor.system(new CompanyId(company), "single sign-on"),
                () -> transaction.execute(status -> settings.apply(providers.get(id, kind))));
        if (found == null) throw new IllegalStateException("A provider has settings.");
        return found;
    }

    ProviderSettings settings(IdentityProvider provider) {
        return new ProviderSettings(authority(provider), provider.view(), secret(provider));
    }

    DirectorySettings settings(Directory directory) {
        return new DirectorySettings(authority(directory), directory.place(secret(directory)));
    }

    private static Authority authority(Provider provider) {
        return new Authority(
                provider.id(), provider.ref(), provider.name(), Scope.company(), provider.domains(), provider.roles());
    }

    private @Nullable String secret(Provider provider) {
        byte[] closed = provider.secret();
        if (closed == null) return null;
        byte[] open = secrets.open(provider.uuid(), closed);
        return open == null ? null : new String(open, StandardCharsets.UTF_8);
    }

    void keep(Provider provider, String secret) {
        provider.keep(secrets.close(provider.uuid(), secret.getBytes(StandardCharsets.UTF_8)));
    }

    /** Encrypts a secret of before with the key of today. */
    void renew(Provider provider) {
        byte[] closed = provider.secret();
        byte[] renewed = closed == null ? null : secrets.renew(provider.uuid(), closed);
        if (renewed != null) provider.keep(renewed);
    }
}
