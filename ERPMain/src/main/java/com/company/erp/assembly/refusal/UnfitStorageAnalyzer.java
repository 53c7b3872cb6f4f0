package com.company.erp.assembly.refusal;

import com.company.erp.document.storage.UnfitStorage;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnfitStorageAnalyzer extends AbstractFailureAnalyzer<UnfitStorage> {

    @Override
    protected FailureAnalysis analyze(Throwable root, UnfitStorage unfit) {
        return new FailureAnalysis(unfit.getMessage(), unfit.remedy(), unfit);
    }
}
