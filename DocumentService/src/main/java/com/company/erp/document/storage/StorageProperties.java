package com.company.erp.document.storage;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where files are kept, and which.
 *
 * @param folder the folder for files, shared by all instances
 * @param maxSize of one file
 * @param types the media types that may be kept, as found from the content
 * @param orphansAfter how old a file without a row, or a row that nothing uses, has to be to be removed
 */
@Validated
@ConfigurationProperties("erp.storage")
record StorageProperties(
        @NotNull Path folder,
        @NotNull DataSize maxSize,
        @NotEmpty List<String> types,
        @NotNull Duration orphansAfter) {}
