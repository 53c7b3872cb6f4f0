package com.company.erp.platform.audit;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Where the work on this thread comes from.
 *
 * @param address the client's network address, behind trusted proxies the one they forwarded
 * @param requestId the trace id that answers, log lines and audit rows share
 * @param device how the client's program calls itself (User-Agent)
 * @param reason why it is done, where the caller says so (header Reason)
 */
public record Origin(
        @Nullable String address,
        @Nullable String requestId,
        @Nullable String device,
        @Nullable String reason) {

    private static final Origin INSIDE = new Origin(null, null, null, null);
    /** What lines of the log call the request; a tracer that is before it has put its trace there already. */
    public static final String REQUEST_IN_LOG = "traceId";

    private static final ThreadLocal<Origin> CURRENT = ThreadLocal.withInitial(() -> INSIDE);

    public static Origin current() {
        return CURRENT.get();
    }

    public static void set(Origin origin) {
        CURRENT.set(origin);
        MDC.put(REQUEST_IN_LOG, origin.requestId());
    }

    public static void clear() {
        CURRENT.remove();
        MDC.remove(REQUEST_IN_LOG);
    }
}
