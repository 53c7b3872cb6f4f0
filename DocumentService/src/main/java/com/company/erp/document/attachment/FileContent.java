package com.company.erp.document.attachment;

import com.company.erp.document.storage.StoredFile;
import com.company.erp.kernel.Uuid7;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A file to be sent: what it is called, what it is, and its bytes, which are read outside the transaction. */
public record FileContent(String name, StoredFile file, Source source) {

    /** Where the bytes come from, beginning at a place of them. */
    public interface Source {
        InputStream open(long from) throws IOException;
    }

    /** A file that is kept nowhere. */
    public static FileContent of(String name, String mediaType, byte[] bytes) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
            var file = new StoredFile(Uuid7.next(), sha256, bytes.length, mediaType);
            return new FileContent(
                    name, file, from -> new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
