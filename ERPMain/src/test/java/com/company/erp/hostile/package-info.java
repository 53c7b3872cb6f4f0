/** Input that no honest caller sends, to every operation that the API describes. */
@NullMarked
package com.company.erp.hostile;

import org.jspecify.annotations.NullMarked;
