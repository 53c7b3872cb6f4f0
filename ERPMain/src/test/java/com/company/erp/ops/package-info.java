/** The files that operators run (ops/): whether they are what the programs that read them expect. */
@NullMarked
package com.company.erp.ops;

import org.jspecify.annotations.NullMarked;
