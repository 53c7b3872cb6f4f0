package com.company.erp.user.sso;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Overloaded;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.user.account.PasswordElsewhere;
import com.company.erp.user.directory.DirectoryFailed;
import com.company.erp.user.directory.DirectoryLine;
import com.company.erp.user.directory.DirectoryPerson;
import com.company.erp.user.provider.DirectorySettings;
import com.company.erp.user.provider.IdentityProviderId;
import com.company.erp.user.provider.ProviderBook;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The passwords of those who came by a directory: it compares them again, when they are asked for within a session. */
@Component
class DirectoryPasswords implements PasswordElsewhere {

    private static final Logger LOG = LoggerFactory.getLogger(DirectoryPasswords.class);
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final ProviderBook book;
    private final DirectoryLine line;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    DirectoryPasswords(
            ProviderBook book, DirectoryLine line, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.book = book;
        this.line = line;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Known(UUID providerId, String subject) {}

    @Override
    public Optional<Predicate<String>> own() {
        Optional<Known> known = transaction.execute(status -> known(Scope.actor()));
        return known == null ? Optional.empty() : known.map(there -> password -> compare(there, password));
    }

    private Optional<Known> known(Actor actor) {
        return jdbc.sql("""
            SELECT i.provider_id, i.subject FROM user_identities i
            JOIN identity_providers p ON p.company_id = i.company_id AND p.id = i.provider_id
            WHERE p.kind = 'LDAP' AND p.id = provider_of_session(:session) AND i.company_id = :company
              AND i.user_id = :user\
            """)
                .param("session", actor.session())
                .param("company", actor.company().value())
                .param("user", actor.person().id().value())
                .query(Known.class)
                .optional();
    }

    private boolean compare(Known known, String password) {
        DirectorySettings settings = book.directory(new IdentityProviderId(known.providerId));
        try {
            DirectoryPerson person = line.bySubject(settings.place(), known.subject);
            return line.proves(settings.place(), person, password);
        } catch (DirectoryFailed e) {
            LOG.warn("Directory {}: {}", known.providerId, e.getMessage());
            throw new Overloaded("directory.silent", "Your company's directory does not answer as it should.", A_WHILE);
        }
    }
}
