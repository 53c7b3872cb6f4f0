package com.company.erp.document.sealing;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The form of sealed content: a head (mark, id of the key, salt), then pieces of 64 KiB, each encrypted and
 * authenticated by itself. A piece's nonce is its number and whether it is the last, so that pieces can be neither
 * reordered nor cut off; the key is the content's own, so that a nonce is never used twice with it.
 */
final class Pieces {

    static final int PLAIN = 64 * 1024;
    static final int SEALED = PLAIN + 16;
    static final int SALT_BYTES = 16;
    static final int HEAD_BYTES = 4 + SealingKeys.ID_BYTES + SALT_BYTES;

    private static final byte[] MARK = {'E', 'R', 'P', 1};
    private static final int TAG_BITS = 128;
    private static final int NONCE_BYTES = 12;

    private final SecretKey key;
    private final byte[] head;
    private final Cipher cipher;

    Pieces(SealingKeys keys, byte[] head) {
        this.head = head;
        for (int i = 0; i < MARK.length; i++) {
            if (head[i] != MARK[i]) throw new IllegalStateException("This is not sealed content.");
        }
        byte[] salt = new byte[SALT_BYTES];
        System.arraycopy(head, HEAD_BYTES - SALT_BYTES, salt, 0, SALT_BYTES);
        this.key = keys.derive(HexFormat.of().formatHex(head, MARK.length, MARK.length + SealingKeys.ID_BYTES), salt);
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM.", e);
        }
    }

    static byte[] head(String keyId, byte[] salt) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .put(MARK)
                .put(HexFormat.of().parseHex(keyId))
                .put(salt)
                .array();
    }

    byte[] seal(byte[] plain, int length, long number, boolean last) {
        return run(Cipher.ENCRYPT_MODE, plain, length, number, last);
    }

    /** @throws IllegalStateException when the piece is not what was sealed there */
    byte[] open(byte[] sealed, int length, long number, boolean last) {
        return run(Cipher.DECRYPT_MODE, sealed, length, number, last);
    }

    private byte[] run(int mode, byte[] bytes, int length, long number, boolean last) {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .putInt(last ? 1 : 0)
                .putLong(number)
                .array();
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(head);
            return cipher.doFinal(bytes, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The sealed content was changed, or is not whole.", e);
        }
    }
}
