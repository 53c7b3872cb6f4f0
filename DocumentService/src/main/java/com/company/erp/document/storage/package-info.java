/**
 * Where the bytes of files are: each content once per company, encrypted, outside the database but in step with it. A
 * file is durable before its row is committed, so that no row is ever without its file; what a crash leaves without a
 * row is swept away. Not for: what a file is called and whose it is (attachment).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform.jobs", "platform.tenancy", "platform.web", "document.sealing"})
package com.company.erp.document.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
