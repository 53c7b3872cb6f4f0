package com.company.erp.document.storage;

import com.company.erp.kernel.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.mime.MimeTypes;

/** Finds what a file is from its first bytes, and lets only the listed types in. */
final class MediaTypes {

    private final List<String> allowed;

    MediaTypes(List<String> allowed) {
        this.allowed = allowed.stream().map(String::strip).toList();
    }

    /**
     * The type that the content has. The name decides only between kinds of the same container, such as the office
     * documents that are ZIP files.
     *
     * @throws InvalidInput file.type
     */
    String of(byte[] beginning, String name) {
        var metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, name);
        String type;
        try {
            // Its table of types is read at the first use, and not at the start of the house.
            type = MimeTypes.getDefaultMimeTypes()
                    .detect(new ByteArrayInputStream(beginning), metadata)
                    .getBaseType()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (allowed.contains(type)) return type;
        throw new InvalidInput("file", "file.type", "Files of the type " + type + " are not kept.");
    }
}
