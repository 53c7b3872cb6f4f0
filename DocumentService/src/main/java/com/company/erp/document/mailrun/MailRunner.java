package com.company.erp.document.mailrun;

import com.company.erp.document.mail.MailText;
import com.company.erp.document.mail.MailView;
import com.company.erp.document.mail.Mailing;
import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.ErpException;
import com.company.erp.platform.tenancy.Scope;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedDelayTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works at the runs: prints and queues one record after the other, each in a transaction of its own, so that a crash
 * loses none and doubles none. Whether the one who started a run may do so was asked when it was started.
 */
@Component
@EnableConfigurationProperties(MailRunProperties.class)
class MailRunner implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(MailRunner.class);
    private static final MailText USUAL = new MailText(null, null, null);

    private final RunItems items;
    private final Mailing mailing;
    private final MailRunProperties properties;
    private final TransactionTemplate transaction;

    MailRunner(RunItems items, Mailing mailing, MailRunProperties properties, PlatformTransactionManager transactions) {
        this.items = items;
        this.mailing = mailing;
        this.properties = properties;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(new FixedDelayTask(this::runAll, properties.runEvery(), properties.runEvery()));
    }

    /** One record of each in turn, so that a long run keeps nobody waiting. */
    void runAll() {
        boolean goesOn = true;
        while (goesOn && !Thread.currentThread().isInterrupted()) {
            goesOn = false;
            for (RunItems.Starter starter : items.starters()) {
                Actor actor = Actor.system(new CompanyId(starter.companyId()), starter.startedBy());
                goesOn |= Scope.get(actor, this::sendNext);
            }
        }
    }

    private boolean sendNext() {
        var taken = new AtomicReference<RunItems.Waiting>();
        try {
            transaction.executeWithoutResult(status -> items.take().ifPresent(item -> {
                taken.set(item);
                send(item);
            }));
            return taken.get() != null;
        } catch (RuntimeException e) {
            RunItems.Waiting item = taken.get();
            return item != null && refuse(item, e);
        }
    }

    private void send(RunItems.Waiting item) {
        MailView mail = mailing.send(item.resource(), item.recordId(), USUAL);
        items.queued(item.id(), mail.id());
    }

    /** Where even that cannot be written, the record waits for the next look. */
    private boolean refuse(RunItems.Waiting item, RuntimeException why) {
        boolean understood = why instanceof ErpException;
        if (!understood) LOG.error("Sending {} {} failed.", item.resource(), item.recordId(), why);
        String code = why instanceof ErpException refusal ? refusal.code() : "service.failure";
        String problem = understood ? String.valueOf(why.getMessage()) : "Something went wrong; the log says what.";
        try {
            transaction.executeWithoutResult(status -> items.refused(item.id(), code, problem));
            return true;
        } catch (RuntimeException e) {
            LOG.error("The mail runs do not go on.", e);
            return false;
        }
    }
}
