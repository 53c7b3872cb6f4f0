package com.company.erp.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The permission that a door method needs, as feature.verb ({@code invoice.issue}; looking is {@code .read}). It is
 * checked where an actor enters the house: a door that is called by another door relies on the first one's check, so
 * that issuing an invoice does not also need the right to post by hand.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {

    String value();

    /** Whether a person must have proved lately that it is he: what it does is worth stealing an open session for. */
    boolean freshly() default false;

    /** Permissions that widen what the method does for their holders, such as going past a limit. */
    String[] widenedBy() default {};

    /** By what a company may limit it; the method asks {@link com.company.erp.platform.tenancy.Reaching}. */
    Ruled[] ruledBy() default {};
}
