package com.company.erp.document.storage;

import com.company.erp.kernel.CompanyId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;

/** A place for sealed bytes: a folder, or a service elsewhere. It knows companies and ids, and nothing of files. */
interface BlobStore {

    /** A blob as the place lists it. */
    record Blob(UUID id, Instant storedAt) {}

    /** A folder for drafts, which {@link #put} takes over. */
    Path workplace() throws IOException;

    /** Takes a finished draft; it is there for good, whole, when this returns, and not at all when it fails. */
    void put(CompanyId company, UUID id, Path draft) throws IOException;

    InputStream open(CompanyId company, UUID id, long from) throws IOException;

    /** How many bytes there are; empty when there is no such blob. */
    OptionalLong size(CompanyId company, UUID id) throws IOException;

    void delete(CompanyId company, UUID id) throws IOException;

    /** All blobs of a company, to be closed by the caller. */
    Stream<Blob> list(CompanyId company) throws IOException;

    /** The name that was given to this place for the company; none when it is not this company's place. */
    Optional<String> marker(CompanyId company) throws IOException;

    void mark(CompanyId company, String marker) throws IOException;

    /** Removes drafts that were left behind before an instant. */
    void tidy(Instant before) throws IOException;
}
