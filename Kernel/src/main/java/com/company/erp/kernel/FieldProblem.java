package com.company.erp.kernel;

/**
 * One thing that is wrong with one field of an input.
 *
 * @param field the path as the sender wrote it, such as {@code lines[2].quantity}
 * @param code stable, noun.reason
 * @param message a sentence that says the rule
 */
public record FieldProblem(String field, String code, String message) {}
