package com.company.erp.document.storage;

import com.company.erp.kernel.CompanyId;
import com.company.erp.kernel.Overloaded;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Blobs in a bucket: {@code <company>/<id>}. An upload counts only once it is complete, so that a blob is there whole
 * or not at all. What is downloaded from there past the house is sealed, hence no links to it are given out.
 */
final class S3Store implements BlobStore, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(S3Store.class);
    private static final String MARKER = "belongs-to";
    private static final int NOT_FOUND = 404;
    private static final Duration SHORTLY = Duration.ofSeconds(10);
    private static final int ID_LENGTH = 36;

    private final S3Client client;
    private final String bucket;
    private final FolderStore drafts;

    /** @param folder on this machine, for drafts */
    S3Store(S3Properties properties, Path folder) {
        this.client = client(properties);
        this.bucket = properties.bucket();
        this.drafts = new FolderStore(folder);
    }

    private static S3Client client(S3Properties properties) {
        var builder = S3Client.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .region(Region.of(properties.region()))
                .forcePathStyle(properties.pathStyle())
                // Signed as a whole, which every service understands; the draft is on disk and can be read twice.
                .serviceConfiguration(configuration -> configuration.chunkedEncodingEnabled(false))
                // What is sealed proves itself, and not every service knows the newer checksums.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED);
        if (!properties.endpoint().isBlank()) builder.endpointOverride(URI.create(properties.endpoint()));
        if (!properties.accessKey().isBlank()) {
            builder.credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(properties.accessKey(), properties.secretKey())));
        }
        return builder.build();
    }

    /**
     * Asks for the bucket, so that a wrong key is told at the start and not to the first who has a file. A service that
     * is down for now is waited for.
     *
     * @throws UnfitStorage where the service says that it will never do
     */
    S3Store proven() {
        try {
            client.headBucket(r -> r.bucket(bucket));
        } catch (S3Exception e) {
            switch (e.statusCode()) {
                case 301, 400 ->
                    throw new UnfitStorage(
                            "The storage service has the bucket " + bucket + " in another region.",
                            "Correct erp.storage.s3.region, or erp.storage.s3.endpoint.");
                case 401, 403 ->
                    throw new UnfitStorage(
                            "The storage service refuses the access key, or does not let it use the bucket " + bucket
                                    + ".",
                            "Correct erp.storage.s3.access-key and erp.storage.s3.secret-key, or what the key may do.");
                case NOT_FOUND ->
                    throw new UnfitStorage(
                            "The storage service has no bucket " + bucket + ".",
                            "Make it, or correct erp.storage.s3.bucket; a service of one's own may need"
                                    + " erp.storage.s3.path-style=true.");
                default -> LOG.warn("The storage service does not serve for now: {}", e.getMessage());
            }
        } catch (SdkException e) {
            LOG.warn("The storage service does not answer for now: {}", e.getMessage());
        }
        return this;
    }

    /**
     * What the service says, as what storage says.
     *
     * @throws Overloaded service.storage
     */
    private static <T> T asked(Supplier<T> question) throws IOException {
        try {
            return question.get();
        } catch (SdkException e) {
            if (!isAway(e)) throw new IOException("The storage service failed: " + e.getMessage(), e);
            LOG.error("The storage service does not serve for now: {}", e.getMessage());
            throw new Overloaded("service.storage", "The storage of files is away; try again shortly.", SHORTLY);
        }
    }

    private static boolean isAway(SdkException failure) {
        return !(failure instanceof S3Exception said) || said.isThrottlingException() || said.statusCode() >= 500;
    }

    private static <T> Optional<T> askedIfThere(Supplier<T> question) throws IOException {
        return asked(() -> {
            try {
                return Optional.of(question.get());
            } catch (S3Exception e) {
                if (e.statusCode() == NOT_FOUND) return Optional.empty();
                throw e;
            }
        });
    }

    @Override
    public Path workplace() throws IOException {
        return drafts.workplace();
    }

    @Override
    public void put(CompanyId company, UUID id, Path draft) throws IOException {
        asked(() -> client.putObject(r -> r.bucket(bucket).key(key(company, id)), RequestBody.fromFile(draft)));
        Files.delete(draft);
    }

    @Override
    public InputStream open(CompanyId company, UUID id, long from) throws IOException {
        return asked(() -> client.getObject(r -> {
            r.bucket(bucket).key(key(company, id));
            if (from > 0) r.range("bytes=" + from + "-");
        }));
    }

    @Override
    public OptionalLong size(CompanyId company, UUID id) throws IOException {
        return askedIfThere(() -> client.headObject(r -> r.bucket(bucket).key(key(company, id))))
                .map(head -> OptionalLong.of(head.contentLength()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public void delete(CompanyId company, UUID id) throws IOException {
        asked(() -> client.deleteObject(r -> r.bucket(bucket).key(key(company, id))));
    }

    @Override
    public Stream<Blob> list(CompanyId company) throws IOException {
        String home = company.value() + "/";
        return asked(() -> client.listObjectsV2Paginator(r -> r.bucket(bucket).prefix(home)).contents().stream())
                .filter(object -> object.key().length() == home.length() + ID_LENGTH)
                .map(S3Store::blob);
    }

    private static Blob blob(S3Object object) {
        String key = object.key();
        return new Blob(UUID.fromString(key.substring(key.length() - ID_LENGTH)), object.lastModified());
    }

    @Override
    public Optional<String> marker(CompanyId company) throws IOException {
        String key = company.value() + "/" + MARKER;
        return askedIfThere(() -> client.getObjectAsBytes(r -> r.bucket(bucket).key(key)))
                .map(bytes -> bytes.asString(StandardCharsets.UTF_8).strip());
    }

    @Override
    public void mark(CompanyId company, String marker) throws IOException {
        String key = company.value() + "/" + MARKER;
        asked(() -> client.putObject(r -> r.bucket(bucket).key(key), RequestBody.fromString(marker)));
    }

    @Override
    public void tidy(Instant before) throws IOException {
        drafts.tidy(before);
    }

    private static String key(CompanyId company, UUID id) {
        return company.value() + "/" + id;
    }

    @Override
    public void close() {
        client.close();
    }
}
