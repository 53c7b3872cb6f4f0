/**
 * The commands {@code backup} and {@code restore} of the default run: the whole data folder (database, documents,
 * secrets) in one archive, written while the ERP works, and proven when it is put back.
 *
 * <p>Only for the database that the ERP runs itself; one of the operator's own is backed up with PostgreSQL's programs.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"assembly.embedded", "assembly.proof"})
package com.company.erp.assembly.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
