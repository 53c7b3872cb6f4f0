package com.company.erp.document.sealing;

import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;

/** Seals what is written; only {@link #close} completes it, which also closes what it is written to. */
public final class SealingOutput extends OutputStream {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final OutputStream out;
    private final Pieces pieces;
    private final byte[] piece = new byte[Pieces.PLAIN];
    private int filled;
    private long number;
    private boolean closed;

    public SealingOutput(SealingKeys keys, OutputStream out) throws IOException {
        byte[] salt = new byte[Pieces.SALT_BYTES];
        RANDOM.nextBytes(salt);
        byte[] head = Pieces.head(keys.currentId(), salt);
        this.pieces = new Pieces(keys, head);
        this.out = out;
        out.write(head);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            // A full piece waits until something follows: only then is it known not to be the last.
            if (filled == piece.length) flushPiece(false);
            int taken = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    private void flushPiece(boolean last) throws IOException {
        out.write(pieces.seal(piece, filled, number++, last));
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        try (out) {
            flushPiece(true);
        }
    }

    /** Ends without completing; what was written so far cannot be opened. */
    public void abandon() throws IOException {
        if (closed) return;
        closed = true;
        out.close();
    }
}
