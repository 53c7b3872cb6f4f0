/**
 * Encryption of what lies outside the database or is too secret to be read in it: files and passwords. AES-256-GCM, in
 * pieces, so that a file of any size passes through constant memory and can be read from its middle. Not for: passwords
 * of users, which are hashed, and the secret that tokens are signed with.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.installation", "platform.tenancy"})
package com.company.erp.document.sealing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
