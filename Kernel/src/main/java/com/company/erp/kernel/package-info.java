/**
 * Words that every department speaks: money, ids, who acts, which record is meant, and how a refusal is told. Plain
 * Java, no framework, and nothing that only one department needs.
 */
@NullMarked
package com.company.erp.kernel;

import org.jspecify.annotations.NullMarked;
