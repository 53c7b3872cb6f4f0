package com.company.erp.assembly.refusal;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A certificate that the web server cannot read. */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class KeyStoreRefusedAnalyzer implements FailureAnalyzer {

    private static final Pattern STORE = Pattern.compile("Could not load store from '([^']*)'");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            Matcher store = STORE.matcher(String.valueOf(cause.getMessage()));
            if (store.find()) {
                return new FailureAnalysis(
                        "The key store " + store.group(1) + " cannot be read: " + innermost(cause) + ".",
                        "Correct server.ssl.key-store, server.ssl.key-store-type and server.ssl.key-store-password.",
                        failure);
            }
        }
        return null;
    }

    private static String innermost(Throwable cause) {
        Throwable inner = cause;
        while (inner.getCause() != null) inner = inner.getCause();
        return String.valueOf(inner.getMessage());
    }
}
