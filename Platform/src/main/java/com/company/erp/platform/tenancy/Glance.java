package com.company.erp.platform.tenancy;

import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what several doors know in one transaction: all of it as of one instant, and the actor is let in once. Each
 * door asks for its permission as ever, and one that refuses breaks the whole off: call those only that
 * {@link Scope#permissions()} allow.
 */
@Component
@FromReplica
public class Glance {

    private final TransactionTemplate transaction;

    Glance(PlatformTransactionManager transactions) {
        transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** @param reading may be begun again where a replica breaks it off */
    public <T> T of(Supplier<T> reading) {
        return Objects.requireNonNull(transaction.execute(status -> reading.get()));
    }
}
