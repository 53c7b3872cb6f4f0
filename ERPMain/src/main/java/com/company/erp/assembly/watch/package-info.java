/** How the running house is, for those who watch it: health, meters and a page. */
@NullMarked
@ApplicationModule(allowedDependencies = {"assembly.security", "platform.events", "user.account", "web.system"})
package com.company.erp.assembly.watch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
