/**
 * What makes this installation itself: the folder it keeps and the secret that its instances share. Not for: settings
 * of one feature, which are a record of that feature.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package com.company.erp.platform.installation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
