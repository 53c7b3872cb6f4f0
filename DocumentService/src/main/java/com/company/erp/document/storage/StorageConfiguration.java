package com.company.erp.document.storage;

import com.company.erp.platform.web.BodyAllowance;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({StorageProperties.class, S3Properties.class, ScannerProperties.class})
class StorageConfiguration {

    /** For the lines of a form around the file. */
    private static final long FORM_BYTES = 16 * 1024;

    @Bean
    BlobStore blobStore(StorageProperties properties, S3Properties service) {
        if (service.bucket().isBlank()) return new FolderStore(properties.folder());
        return new S3Store(service, properties.folder()).proven();
    }

    @Bean
    BodyAllowance filesMayBeLarge(StorageProperties properties) {
        return new BodyAllowance(
                Pattern.compile(
                        "/api/[^/]+/[^/]+/(attachments|versions)|/record-files/[^/]+/[^/]+|/files/[^/]+/versions"),
                DataSize.ofBytes(properties.maxSize().toBytes() + FORM_BYTES));
    }
}
