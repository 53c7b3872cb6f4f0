/**
 * A small SQL console to the database that the ERP uses, since the embedded PostgreSQL brings no psql. It is for the
 * operator of the machine: it enters with the ERP's own database user, past the tenants' walls.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "assembly.embedded")
package com.company.erp.assembly.sql;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
