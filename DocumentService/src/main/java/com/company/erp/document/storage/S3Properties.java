package com.company.erp.document.storage;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * A service that speaks the protocol of Amazon S3, in place of a folder.
 *
 * @param bucket what files are kept in; empty for a folder
 * @param endpoint the service's address; empty for Amazon's own
 * @param pathStyle whether the bucket is named in the path, as services of one's own often need
 * @param accessKey empty for what the machine's environment or role gives
 */
@Validated
@ConfigurationProperties("erp.storage.s3")
record S3Properties(
        @NotNull String bucket,
        @NotNull String endpoint,
        @NotNull String region,
        boolean pathStyle,
        @NotNull String accessKey,
        @NotNull String secretKey) {}
