package com.company.erp.kernel;

import java.util.List;

/**
 * A refusal that the caller can understand and act on. The code is stable and means one thing ({@code noun.reason});
 * the message is a sentence for people. A bug is never an ErpException.
 */
public abstract sealed class ErpException extends RuntimeException
        permits NotFound,
                InvalidInput,
                RuleViolation,
                Forbidden,
                Unauthenticated,
                StaleDocument,
                TooManyAttempts,
                Overloaded {

    private final String code;
    private final transient List<FieldProblem> problems;

    ErpException(String code, String message, List<FieldProblem> problems) {
        super(message);
        this.code = code;
        this.problems = List.copyOf(problems);
    }

    public String code() {
        return code;
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
