package com.company.erp.platform.table;

import com.company.erp.kernel.InvalidInput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The inflated bytes of one part of a spreadsheet, refused as soon as they are not what a spreadsheet program writes: a
 * small file that inflates without end, a value that would fill the memory, or the declarations and comments (all begin
 * with {@code <!}) that XML attacks are made of.
 */
final class GuardedXml extends FilterInputStream {

    private static final long MOST_BYTES = 1L << 30;
    private static final long UNSUSPICIOUS_BYTES = 10 << 20;
    private static final int MOST_RATIO = 100;

    /** A cell's longest text, each character written as a reference. */
    private static final int MOST_WITHOUT_TAG = TableRow.MOST_TEXT * 10;

    private final long compressedBytes;
    private long bytes;
    private int withoutTag;
    private boolean tagBegins;

    GuardedXml(InputStream in, long compressedBytes) {
        super(in);
        this.compressedBytes = Math.max(1, compressedBytes);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        for (int i = offset; i < offset + read; i++) check(buffer[i]);
        return read;
    }

    private void check(byte b) {
        bytes++;
        if (bytes > MOST_BYTES || bytes > UNSUSPICIOUS_BYTES && bytes / compressedBytes > MOST_RATIO) {
            throw new InvalidInput("file", "file.expands", "The file inflates to more than a spreadsheet would.");
        }
        if (tagBegins && (b == '!' || b == '?' && bytes > 5)) {
            throw TableReader.malformed("The spreadsheet holds XML that no spreadsheet program writes.");
        }
        tagBegins = b == '<';
        withoutTag = tagBegins ? 0 : withoutTag + 1;
        if (withoutTag > MOST_WITHOUT_TAG) throw TableReader.malformed("A cell of the spreadsheet is too long.");
    }
}
