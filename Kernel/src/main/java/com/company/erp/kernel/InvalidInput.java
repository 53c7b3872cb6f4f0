package com.company.erp.kernel;

import java.util.List;

/** A value that can never be right, whatever the state of the books; it names the field. Answered with 422. */
public final class InvalidInput extends ErpException {

    public InvalidInput(String field, String code, String message) {
        super(code, message, List.of(new FieldProblem(field, code, message)));
    }

    public InvalidInput(String code, String message, List<FieldProblem> problems) {
        super(code, message, problems);
    }
}
