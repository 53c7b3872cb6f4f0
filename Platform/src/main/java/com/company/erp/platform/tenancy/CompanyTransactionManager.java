package com.company.erp.platform.tenancy;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Overloaded;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.hibernate.exception.JDBCConnectionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins each transaction inside the actor's company: one statement tells the database the company, checks that the
 * actor still belongs there, and brings the permissions. A transaction that finds no database connection within the
 * admission time is refused before it queues at the pool, so that a busy house answers "later" instead of hanging.
 */
final class CompanyTransactionManager extends JpaTransactionManager {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(CompanyTransactionManager.class);
    private static final String ENTER =
            "SELECT set_config('erp.company_id', ?, true), set_config('erp.user_id', ?, true)";

    private final transient Doorkeeper doorkeeper;
    private final transient PatientPool pool;
    private final transient Semaphore admission;

    CompanyTransactionManager(EntityManagerFactory factory, Doorkeeper doorkeeper, PatientPool pool) {
        super(factory);
        this.doorkeeper = doorkeeper;
        this.pool = pool;
        this.admission = new Semaphore(pool.getMaximumPoolSize(), true);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        long deadlineNanos = System.nanoTime() + pool.maxWait().toNanos();
        admit();
        try {
            pool.waitUntil(deadlineNanos, () -> super.doBegin(transaction, definition));
        } catch (RuntimeException | Error e) {
            admission.release();
            throw e;
        }
        try {
            pool.waitUntil(deadlineNanos, this::enterCompany);
        } catch (JDBCConnectionException e) {
            giveUp(transaction);
            throw new CannotCreateTransactionException("The database cannot be reached.", e);
        } catch (RuntimeException | Error e) {
            giveUp(transaction);
            throw e;
        }
    }

    private void giveUp(Object transaction) {
        entityManager().getTransaction().rollback();
        doCleanupAfterCompletion(transaction);
    }

    /**
     * Writes what the entities still hold back, so that whoever listens before the commit hears of it too: the audit
     * log above all. Hibernate's own flush comes with the commit itself, which is too late for them.
     */
    @Override
    protected void prepareForCommit(DefaultTransactionStatus status) {
        if (!status.isNewTransaction() || status.isReadOnly() || status.isRollbackOnly()) return;
        try {
            entityManager().flush();
        } catch (RuntimeException e) {
            throw DataAccessUtils.translateIfNecessary(e, getJpaDialect());
        }
    }

    /**
     * Where the connection broke, the server has rolled back by itself and nothing more can be said to it; the caller
     * is told what broke it, not that it cannot be rolled back.
     */
    @Override
    protected void doRollback(DefaultTransactionStatus status) {
        try {
            super.doRollback(status);
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("The connection was lost: {}", e.getMessage());
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            admission.release();
        }
    }

    private void admit() {
        try {
            if (admission.tryAcquire(pool.maxWait().toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Overloaded("Too many requests are being worked on; try again shortly.", pool.maxWait());
    }

    private void enterCompany() {
        Actor actor = Scope.actorIfAny();
        if (actor == null) return;
        entityManager().unwrap(Session.class).doWork(connection -> enter(connection, actor));
    }

    private EntityManager entityManager() {
        var holder = (EntityManagerHolder) TransactionSynchronizationManager.getResource(obtainEntityManagerFactory());
        if (holder == null) throw new IllegalStateException("The transaction has no entity manager.");
        return holder.getEntityManager();
    }

    private void enter(Connection connection, Actor actor) throws SQLException {
        if (!actor.system()) {
            Scope.admitted(doorkeeper.admit(connection, actor.oneself()));
            return;
        }
        try (var statement = connection.prepareStatement(ENTER)) {
            statement.setString(1, actor.company().value().toString());
            statement.setString(2, actor.user().value().toString());
            statement.execute();
        }
    }
}
