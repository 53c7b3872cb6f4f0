package com.company.erp.platform.imports;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.UserId;
import com.company.erp.platform.audit.Origin;
import com.company.erp.platform.jobs.DailyJob;
import com.company.erp.platform.notice.Notices;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.DatabaseRefusal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on the imports that are too long for a request. While an instance works on one it gives signs of life; when
 * they cease, any other instance ends the import as failed. What was to be written in one transaction is then not
 * there.
 */
@Component
@EnableConfigurationProperties(ImportProperties.class)
class ImportBackground implements DailyJob, SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(ImportBackground.class);
    private static final int KEPT_DAYS = 30;

    private final ImportRunner runner;
    private final Imports imports;
    private final ImportProperties properties;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Semaphore parallel;
    private final Map<ImportId, Running> running = new ConcurrentHashMap<>();

    ImportBackground(
            ImportRunner runner,
            Imports imports,
            ImportProperties properties,
            Notices notices,
            PlatformTransactionManager transactions) {
        this.runner = runner;
        this.imports = imports;
        this.properties = properties;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
        this.parallel = new Semaphore(properties.parallel(), true);
    }

    private static final class Running {
        private final Actor actor;
        private final @Nullable String permission = Scope.permission();
        private volatile int progress;

        /** The request's actor was let in and may act; work that was begun goes on after he has signed out. */
        private Running(Actor actor) {
            this.actor = new Actor(actor.user(), actor.company(), actor.name(), actor.session(), true, actor.standIn());
        }
    }

    /** Starts once the open transaction has committed, so that the work finds what was staged. */
    void start(Importer<?> importer, Imports.Wish wish, Imports.Size size) {
        var work = new Running(Scope.actor());
        Origin origin = Origin.current();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                running.put(wish.id(), work);
                Thread.ofVirtual()
                        .name("import " + wish.id().value())
                        .start(() -> run(importer, wish, size, work, origin));
            }
        });
    }

    private void run(Importer<?> importer, Imports.Wish wish, Imports.Size size, Running work, Origin origin) {
        parallel.acquireUninterruptibly();
        try {
            Origin.set(origin);
            Scope.run(work.actor, () -> insideDoor(importer, wish, size, work));
        } finally {
            running.remove(wish.id());
            parallel.release();
        }
    }

    /** The import's own door was passed when it began; the doors behind it are its own affair. */
    private void insideDoor(Importer<?> importer, Imports.Wish wish, Imports.Size size, Running work) {
        Scope.enterDoor();
        Scope.enteredBy(work.permission);
        try {
            runner.run(importer, wish, size, percent -> work.progress = percent);
        } catch (ImportRunner.Cancelled e) {
            runner.cancel(wish.id());
        } catch (RuntimeException e) {
            ErpException refusal = DatabaseRefusal.orSelf(e);
            if (refusal != null) {
                runner.fail(wish.id(), refusal.code(), String.valueOf(refusal.getMessage()));
            } else {
                LOG.error("The import {} failed.", wish.id().value(), e);
                runner.fail(wish.id(), "service.failure", "Something went wrong here. The log has the details.");
            }
        } finally {
            Scope.leaveDoor();
        }
        transaction.executeWithoutResult(status -> tell(wish.id(), work.actor.user()));
    }

    private void tell(ImportId id, UserId user) {
        ImportView ended = imports.view(id);
        String kind = ended.state() == ImportState.DONE ? "import.ended" : "import.failed";
        notices.tell(
                user,
                kind,
                new DocumentRef("import", id),
                Map.of(
                        "resource", ended.resource(),
                        "written", String.valueOf(ended.writtenRows()),
                        "refused", String.valueOf(ended.refusedRows())));
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        tasks.addFixedDelayTask(this::beat, properties.beatEvery());
    }

    void beat() {
        running.forEach((id, work) ->
                inScope(Actor.system(work.actor.company(), "imports"), () -> imports.beat(id, work.progress)));
        for (UUID company : imports.companiesWithAbandoned(properties.abandonedAfter())) {
            inScope(Actor.system(new CompanyId(company), "imports"), this::bury);
        }
    }

    private void bury() {
        for (ImportId id : imports.abandoned(properties.abandonedAfter())) {
            runner.fail(id, "import.abandoned", "The instance that worked on the import has stopped.");
        }
    }

    private void inScope(Actor actor, Runnable work) {
        Scope.run(actor, () -> transaction.executeWithoutResult(status -> work.run()));
    }

    @Override
    public String name() {
        return "import reports";
    }

    @Override
    public void run(LocalDate today) {
        imports.forgetEndedBefore(today.minusDays(KEPT_DAYS).atStartOfDay().atOffset(ZoneOffset.UTC));
    }
}
