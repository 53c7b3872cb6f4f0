package com.company.erp.platform.tenancy;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Chooses before the transaction of a report where it is read. What the replica breaks off, the primary answers; only a
 * report of which rows have gone out already is not begun again.
 */
final class ReportRouting implements MethodInterceptor {

    private static final Logger LOG = LoggerFactory.getLogger(ReportRouting.class);

    private final PatientPool primary;
    private final Replica replica;
    private final Counter fromReplica;
    private final Counter fromPrimary;

    ReportRouting(PatientPool primary, Replica replica, MeterRegistry meters) {
        this.primary = primary;
        this.replica = replica;
        this.fromReplica = meters.counter("erp.reports", "from", "replica");
        this.fromPrimary = meters.counter("erp.reports", "from", "primary");
    }

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) return call.proceed();
        if (!replica.isCurrent()) return atPrimary(call);
        MethodInvocation again = ((ProxyMethodInvocation) call).invocableClone();
        try {
            Object report = primary.standIn(replica.pool(), call::proceed);
            fromReplica.increment();
            return report;
        } catch (DataAccessException | TransactionException e) {
            if (call.getMethod().getReturnType() == void.class) throw e;
            LOG.warn("The replica broke off a report, which is read from the primary: {}", e.getMessage());
            replica.leaveAlone();
            return atPrimary(again);
        }
    }

    private @Nullable Object atPrimary(MethodInvocation call) throws Throwable {
        fromPrimary.increment();
        return call.proceed();
    }
}
