/**
 * The two shapes of every page: a list and a document with its form. A feature declares what its list or form holds;
 * address, filters, figures by language, typing and the problems beside the fields are here. Not for: menus, sessions
 * and who is signed in, which is the frame.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.tenancy", "platform.web", "user.unfinished"})
package com.company.erp.web.pattern;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
