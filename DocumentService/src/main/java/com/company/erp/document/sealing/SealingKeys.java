package com.company.erp.document.sealing;

import com.company.erp.platform.installation.InstallationProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The keys of this installation, read at their first use. Each has an id, which what it sealed begins with; so a new
 * key can take over while the old ones still open what they sealed. Nothing is encrypted with such a key itself, but
 * with one derived from it for each file.
 */
@Component
@EnableConfigurationProperties({SealingProperties.class, InstallationProperties.class})
public class SealingKeys {

    static final int ID_BYTES = 8;

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SealingProperties properties;
    private final Path data;
    private volatile @Nullable Ring ring;

    SealingKeys(SealingProperties properties, InstallationProperties installation) {
        this.properties = properties;
        this.data = installation.data();
    }

    private record Ring(String current, Map<String, byte[]> mains) {}

    /** The id of the key that seals from now on. */
    public String currentId() {
        return ring().current;
    }

    /** The key for one file, of the main key with this id and the salt that the file begins with. */
    SecretKey derive(String id, byte[] salt) {
        byte[] main = ring().mains.get(id);
        if (main == null) {
            throw new IllegalStateException("Sealed with the key " + id
                    + ", which is not configured: name its secret in erp.storage.previous-keys.");
        }
        return new SecretKeySpec(Hashes.hmac(main, Hashes.text("erp sealed content 1"), salt), "AES");
    }

    private Ring ring() {
        Ring known = ring;
        if (known == null) {
            known = read();
            ring = known;
        }
        return known;
    }

    private Ring read() {
        Map<String, byte[]> mains = new LinkedHashMap<>();
        String secret = properties.key().isBlank() ? ownSecret() : properties.key();
        String current = add(mains, secret);
        properties.previousKeys().stream().filter(key -> !key.isBlank()).forEach(key -> add(mains, key));
        return new Ring(current, mains);
    }

    private static String add(Map<String, byte[]> mains, String secret) {
        byte[] main = Hashes.hmac(Hashes.text("erp sealing key 1"), Hashes.text(secret.strip()));
        byte[] id = Hashes.hmac(main, Hashes.text("id"));
        String name = HexFormat.of().formatHex(id, 0, ID_BYTES);
        mains.put(name, main);
        return name;
    }

    /** Made once, by whichever instance comes first, and readable by the owner alone. */
    private String ownSecret() {
        Path file = data.resolve("storage-key");
        try {
            if (!Files.exists(file)) make(file);
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key for stored files cannot be kept in " + file, e);
        }
    }

    private void make(Path file) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        Files.createDirectories(data);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Path draft = Files.createTempFile(data, "storage-key", ".new", owner);
        try (var out = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(Base64.getUrlEncoder().withoutPadding().encode(secret)));
            out.force(true);
            // A link, unlike a move, never replaces the key that another instance has just made.
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
