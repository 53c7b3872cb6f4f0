/** The migrated schema against the database rules of the house, as the application's own role meets it. */
@NullMarked
package com.company.erp.schema;

import org.jspecify.annotations.NullMarked;
