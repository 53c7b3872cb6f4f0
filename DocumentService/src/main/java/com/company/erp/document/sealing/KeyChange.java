package com.company.erp.document.sealing;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets the current key take over what keys before it have sealed, one thing in a transaction, until nothing is left and
 * the old secrets may be dropped. Any number of instances work at it.
 */
@Component
class KeyChange implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(KeyChange.class);

    private final List<SealedBefore> kinds;
    private final SealingProperties properties;
    private final TransactionTemplate transaction;

    KeyChange(List<SealedBefore> kinds, SealingProperties properties, PlatformTransactionManager transactions) {
        this.kinds = kinds;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(
                new FixedDelayTask(this::takeOver, properties.takeOverEvery(), properties.takeOverEvery()));
    }

    void takeOver() {
        for (SealedBefore kind : kinds) {
            List<UUID> companies = kind.companies();
            for (UUID company : companies) {
                Scope.run(Actor.system(new CompanyId(company), "key change"), () -> takeOver(kind));
            }
            if (!companies.isEmpty() && kind.companies().isEmpty()) {
                LOG.info("All {} are sealed with the current key; older secrets are not needed for them.", kind.name());
            }
        }
    }

    /** What cannot be opened is named, and waits for the secret that it needs. */
    private void takeOver(SealedBefore kind) {
        UUID last = null;
        List<UUID> few = next(kind, null);
        while (!few.isEmpty()) {
            for (UUID id : few) {
                try {
                    transaction.executeWithoutResult(status -> kind.sealAnew(id));
                } catch (RuntimeException e) {
                    LOG.error("Of the {}, {} stays sealed with an old key: {}", kind.name(), id, e.toString());
                }
                last = id;
            }
            few = next(kind, last);
        }
    }

    private List<UUID> next(SealedBefore kind, @Nullable UUID after) {
        List<UUID> few = transaction.execute(status -> kind.next(after));
        return few == null ? List.of() : few;
    }
}
