package com.company.erp.platform.tenancy;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Where reports are read.
 *
 * @param replicaUrl the JDBC URL of a PostgreSQL that follows the first; blank where there is none
 */
@Validated
@ConfigurationProperties("erp.reports")
record ReplicaProperties(String replicaUrl) {}
