package com.company.erp;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import com.company.erp.platform.audit.Origin;
import com.zaxxer.hikari.HikariDataSource;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.NoOpQueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Hears the statements that requests send to the database; those of jobs are left out. A batch is one statement. It
 * stands beneath the connection pool, which stays what it is.
 */
@Component
public class SqlCount implements BeanPostProcessor {

    private static final Queue<Heard> HEARD = new ConcurrentLinkedQueue<>();

    private record Heard(String request, String statement) {}

    /** The statements of all requests that the work sends. */
    public static List<String> during(Runnable work) {
        HEARD.clear();
        work.run();
        return HEARD.stream().map(Heard::statement).toList();
    }

    /** The same of that request alone which sends the most: of a page without the parts that it fetches later. */
    public static List<String> ofOneRequestDuring(Runnable work) {
        HEARD.clear();
        work.run();
        return HEARD.stream().collect(groupingBy(Heard::request, mapping(Heard::statement, toList()))).values().stream()
                .max(Comparator.comparing(List::size))
                .orElse(List.of());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof HikariDataSource pool && pool.getDataSource() == null) {
            var database = new PGSimpleDataSource();
            database.setURL(pool.getJdbcUrl());
            pool.getDataSourceProperties().forEach((key, value) -> setProperty(database, key, value));
            pool.setDataSource(
                    ProxyDataSourceBuilder.create(database).listener(new Ear()).build());
        }
        return bean;
    }

    private static void setProperty(PGSimpleDataSource database, Object key, Object value) {
        try {
            database.setProperty(key.toString(), value.toString());
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Ear extends NoOpQueryExecutionListener {
        @Override
        public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
            String request = Origin.current().requestId();
            if (request == null || queries.isEmpty()) return;
            HEARD.add(new Heard(request, queries.getFirst().getQuery()));
        }
    }
}
