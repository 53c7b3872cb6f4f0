/** Trade at random: whatever is done in whatever order, the books stay right. */
@NullMarked
package com.company.erp.finance.random;

import org.jspecify.annotations.NullMarked;
