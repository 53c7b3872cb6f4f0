/**
 * What docs/operations tells operators to do, done on real servers ({@code ./erp test ops}). Classes named *Drill run after
 * the packaging, in a Maven profile of their own, one after the other in one JVM.
 */
@NullMarked
package com.company.erp.drill;

import org.jspecify.annotations.NullMarked;
