package com.company.erp.platform.trail;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Uuid7;
import com.company.erp.platform.audit.AuditLog;
import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.Exported;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes in the audit log who took which list out of the house as a file, narrowed to what, and how long it is. */
@Configuration(proxyBeanMethods = false)
class ExportNote implements HandlerInterceptor, WebMvcConfigurer {

    private static final int QUERY_CHARS_MAX = 500;

    private final AuditLog audit;
    private final TransactionTemplate transaction;

    ExportNote(AuditLog audit, PlatformTransactionManager transactions) {
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** In a transaction of its own, since that of the list only reads. */
    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception e) {
        Exported exported = Exported.by(request);
        if (exported == null || Scope.actorIfAny() == null) return;
        String query = request.getQueryString() == null ? "" : request.getQueryString();
        var details = Map.of(
                "file", exported.file(),
                "rows", exported.rows(),
                "path", request.getRequestURI(),
                "query", query.length() <= QUERY_CHARS_MAX ? query : query.substring(0, QUERY_CHARS_MAX));
        transaction.executeWithoutResult(
                status -> audit.record(new DocumentRef("export", Uuid7.next()), "export", details));
    }
}
