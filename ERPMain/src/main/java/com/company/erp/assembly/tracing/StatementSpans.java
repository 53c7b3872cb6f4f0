package com.company.erp.assembly.tracing;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import java.sql.SQLException;
import java.util.List;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import org.springframework.beans.factory.ObjectProvider;

/** A span for each statement of a request: its text, in which values are question marks, and never the values. */
final class StatementSpans implements QueryExecutionListener {

    private static final String SPAN = "span";

    private final ObjectProvider<Tracer> tracer;

    StatementSpans(ObjectProvider<Tracer> tracer) {
        this.tracer = tracer;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        Tracer tracing = tracer.getObject();
        if (tracing.currentSpan() == null || queries.isEmpty()) return;
        String sql = queries.getFirst().getQuery().strip();
        execution.addCustomValue(
                SPAN,
                tracing.spanBuilder()
                        .name(sql.split("\\W", 2)[0])
                        .kind(Span.Kind.CLIENT)
                        .tag("db.system.name", "postgresql")
                        .tag("db.query.text", sql)
                        .tag("db.operation.batch.size", execution.getBatchSize())
                        .start());
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        Span span = execution.getCustomValue(SPAN, Span.class);
        if (span == null) return;
        if (execution.getThrowable() instanceof SQLException refusal) {
            span.tag("db.response.status_code", String.valueOf(refusal.getSQLState()));
        }
        span.end();
    }
}
