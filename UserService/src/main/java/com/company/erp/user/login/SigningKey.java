package com.company.erp.user.login;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that access tokens are signed with: HKDF-SHA256 (RFC 5869) of the configured secret, salted with 32 random
 * bytes that only this installation's database has. So a token alone does not let anyone guess a short secret.
 */
final class SigningKey {

    private static final Logger LOG = LoggerFactory.getLogger(SigningKey.class);
    private static final int SAFE_LENGTH_BYTES = 32;
    private static final int KEY_BYTES = 32;
    private static final int NAME_BYTES = 8;

    private SigningKey() {}

    static SecretKey derive(String secret, byte[] salt) {
        warnOfShort(secret);
        return derive(secret, salt, "erp access token 1", "HmacSHA256");
    }

    /** The key that second factors are encrypted with in the database. */
    static SecretKey ofFactors(String secret, byte[] salt) {
        return derive(secret, salt, "erp second factor 1", "AES");
    }

    /** With a name that tells nothing of it, by which a token says which key it is signed with. */
    static OctetSequenceKey named(SecretKey key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
            return new OctetSequenceKey.Builder(key)
                    .algorithm(JWSAlgorithm.HS256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyID(HexFormat.of().formatHex(hash, 0, NAME_BYTES))
                    .build();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private static void warnOfShort(String secret) {
        int length = secret.getBytes(StandardCharsets.UTF_8).length;
        if (length < SAFE_LENGTH_BYTES) {
            LOG.warn(
                    "JWT_SECRET has {} bytes; choose at least {} random ones, since whoever guesses it and has a copy of"
                            + " the database can sign in as anyone.",
                    length,
                    SAFE_LENGTH_BYTES);
        }
    }

    private static SecretKey derive(String secret, byte[] salt, String purpose, String algorithm) {
        byte[] material = secret.getBytes(StandardCharsets.UTF_8);
        var hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(material, salt, purpose.getBytes(StandardCharsets.UTF_8)));
        byte[] key = new byte[KEY_BYTES];
        hkdf.generateBytes(key, 0, key.length);
        return new SecretKeySpec(key, algorithm);
    }
}
