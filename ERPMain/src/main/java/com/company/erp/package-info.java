/** What assembles the house: its entry and nothing of business meaning. */
@NullMarked
package com.company.erp;

import org.jspecify.annotations.NullMarked;
