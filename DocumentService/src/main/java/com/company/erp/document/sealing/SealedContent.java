package com.company.erp.document.sealing;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Sealed content of a known size, opened from any place in it. */
public final class SealedContent {

    private final SealingKeys keys;
    private final Source source;
    private final long sizeBytes;

    /** Where the sealed bytes are read from, beginning at a place of them. */
    public interface Source {
        InputStream from(long place) throws IOException;
    }

    /** @param sizeBytes of what was sealed, not of its sealed form */
    public SealedContent(SealingKeys keys, Source source, long sizeBytes) {
        this.keys = keys;
        this.source = source;
        this.sizeBytes = sizeBytes;
    }

    /** How large the sealed form of so many bytes is. */
    public static long sealedSize(long sizeBytes) {
        return Pieces.HEAD_BYTES + sizeBytes + pieceCount(sizeBytes) * (Pieces.SEALED - Pieces.PLAIN);
    }

    private static long pieceCount(long sizeBytes) {
        return Math.max(1, (sizeBytes + Pieces.PLAIN - 1) / Pieces.PLAIN);
    }

    public InputStream open() throws IOException {
        return open(0);
    }

    /** What was sealed, from a place in it to its end. */
    public InputStream open(long from) throws IOException {
        InputStream sealed = source.from(0);
        try {
            byte[] head = readFully(sealed, Pieces.HEAD_BYTES);
            long first = from / Pieces.PLAIN;
            if (first > 0) {
                sealed.close();
                sealed = source.from(Pieces.HEAD_BYTES + first * Pieces.SEALED);
            }
            var opened = new Opened(sealed, new Pieces(keys, head), first);
            opened.skipNBytes(from - first * Pieces.PLAIN);
            return opened;
        } catch (IOException | RuntimeException e) {
            sealed.close();
            throw e;
        }
    }

    private static byte[] readFully(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("The sealed content is not whole.");
        return bytes;
    }

    private final class Opened extends InputStream {
        private final InputStream sealed;
        private final Pieces pieces;
        private long next;
        private byte[] piece = new byte[0];
        private int place;

        private Opened(InputStream sealed, Pieces pieces, long first) {
            this.sealed = sealed;
            this.pieces = pieces;
            this.next = first;
        }

        private boolean ended() throws IOException {
            while (place == piece.length) {
                long count = pieceCount(sizeBytes);
                if (next == count) return true;
                boolean last = next == count - 1;
                int plain = last ? (int) (sizeBytes - next * Pieces.PLAIN) : Pieces.PLAIN;
                int length = plain + Pieces.SEALED - Pieces.PLAIN;
                piece = pieces.open(readFully(sealed, length), length, next, last);
                place = 0;
                next++;
            }
            return false;
        }

        @Override
        public int read() throws IOException {
            return ended() ? -1 : piece[place++] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (length == 0) return 0;
            if (ended()) return -1;
            int taken = Math.min(length, piece.length - place);
            System.arraycopy(piece, place, bytes, offset, taken);
            place += taken;
            return taken;
        }

        @Override
        public void close() throws IOException {
            sealed.close();
        }
    }
}
