package com.company.erp.user.factor;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Secrets as the database keeps them: encrypted (AES-GCM) and bound to their owner, so that none can be exchanged. */
@Component
public class SecretBox {

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final BoxKeys keys;
    private final SecureRandom random = new SecureRandom();

    SecretBox(BoxKeys keys) {
        this.keys = keys;
    }

    public byte[] close(UUID owner, byte[] secret) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] closed =
                    cipher(Cipher.ENCRYPT_MODE, keys.current(), owner, nonce).doFinal(secret);
            byte[] whole = Arrays.copyOf(nonce, nonce.length + closed.length);
            System.arraycopy(closed, 0, whole, nonce.length, closed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        }
    }

    /** Null where it was closed with a key that is not known any more: JWT_SECRET was changed since. */
    public byte @Nullable [] open(UUID owner, byte[] closed) {
        byte[] opened = open(owner, closed, keys.current());
        for (SecretKey former : keys.former()) {
            if (opened == null) opened = open(owner, closed, former);
        }
        return opened;
    }

    /** The same secret, closed with the key of today; null where it is so, or cannot be opened any more. */
    public byte @Nullable [] renew(UUID owner, byte[] closed) {
        if (open(owner, closed, keys.current()) != null) return null;
        byte[] opened = open(owner, closed);
        return opened == null ? null : close(owner, opened);
    }

    private static byte @Nullable [] open(UUID owner, byte[] closed, SecretKey key) {
        try {
            byte[] nonce = Arrays.copyOf(closed, NONCE_BYTES);
            return cipher(Cipher.DECRYPT_MODE, key, owner, nonce)
                    .doFinal(closed, NONCE_BYTES, closed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    private static Cipher cipher(int mode, SecretKey key, UUID owner, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return cipher;
    }
}
