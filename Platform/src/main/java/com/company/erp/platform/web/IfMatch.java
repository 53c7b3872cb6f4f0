package com.company.erp.platform.web;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The version that the caller has read, from the If-Match header. Without the header the answer is 428; a version that
 * is no longer current is refused by the door with {@link com.company.erp.kernel.StaleDocument}, 412.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface IfMatch {}
