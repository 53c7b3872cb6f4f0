/**
 * Views of lists that somebody keeps under a name, for himself or for the whole company: what the list is narrowed to,
 * its order and its columns. Not for: what a list shows, which is its own affair; a view that asks for what its reader
 * may not see shows him nothing more.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.access", "platform.web"})
package com.company.erp.user.view;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
