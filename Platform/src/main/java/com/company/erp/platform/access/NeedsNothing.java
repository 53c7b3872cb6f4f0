package com.company.erp.platform.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A door method that everybody may call, such as signing in; it says why. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsNothing {

    String because();

    /** Whether also he may call it who has to set up a second factor before anything else. */
    boolean beforeFactor() default false;
}
