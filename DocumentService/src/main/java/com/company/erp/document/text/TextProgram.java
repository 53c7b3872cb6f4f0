package com.company.erp.document.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * The program that reads words out of files, in a Java of its own with little memory. It takes one file after another
 * from its standard input and answers with the words. Where a file keeps it busy for too long, it ends itself: even
 * when whoever started it has died.
 */
final class TextProgram {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Part of the time, after which the words found so far are enough. */
    private static final int SHARE = 2;

    private TextProgram() {}

    /** @param args how many milliseconds a file may take */
    public static void main(String[] args) throws IOException {
        Duration patience = Duration.ofMillis(Long.parseLong(args[0]));
        PrintStream answers = System.out;
        // Libraries are talkative.
        System.setOut(System.err);
        var in = new DataInputStream(new BufferedInputStream(System.in, 1 << 16));
        var out = new DataOutputStream(new BufferedOutputStream(answers, 1 << 16));
        try (var watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().factory())) {
            while (true) {
                ReadableTypes type = ReadableTypes.valueOf(in.readUTF());
                byte[] file = in.readNBytes(in.readInt());
                var tooLong =
                        watch.schedule(() -> Runtime.getRuntime().halt(1), patience.toMillis(), TimeUnit.MILLISECONDS);
                answer(type, file, patience, out);
                tooLong.cancel(false);
            }
        } catch (EOFException e) {
            // Nothing more is asked.
        }
    }

    private static void answer(ReadableTypes type, byte[] file, Duration patience, DataOutputStream out)
            throws IOException {
        String problem = "";
        long start = System.nanoTime();
        var words = new Words(
                () -> System.nanoTime() - start > patience.dividedBy(SHARE).toNanos());
        try {
            read(type, file, words);
        } catch (Words.Enough e) {
            // The first words will do.
        } catch (IOException | RuntimeException | StackOverflowError e) {
            problem = e.toString();
        }
        Set<String> found = words.all();
        out.writeUTF(problem.length() > 200 ? problem.substring(0, 200) : problem);
        out.writeInt(found.size());
        for (String word : found) out.writeUTF(word);
        out.flush();
    }

    private static void read(ReadableTypes type, byte[] file, Writer out) throws IOException {
        switch (type) {
            case PLAIN -> plain(file, out);
            case OFFICE -> OfficeText.read(file, out);
            case PDF -> {
                try (var pdf = Loader.loadPDF(file)) {
                    new PDFTextStripper().writeText(pdf, out);
                }
            }
        }
    }

    /** UTF-8 proves itself; what is neither it nor says that it is UTF-16 comes from an elder Windows. */
    private static void plain(byte[] file, Writer out) throws IOException {
        boolean marked = file.length > 1 && (file[0] == -1 && file[1] == -2 || file[0] == -2 && file[1] == -1);
        Charset charset = marked ? StandardCharsets.UTF_16 : isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS;
        new InputStreamReader(new ByteArrayInputStream(file), charset).transferTo(out);
    }

    private static boolean isUtf8(byte[] file) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var chars = CharBuffer.allocate(1 << 13);
        var bytes = ByteBuffer.wrap(file);
        CoderResult result = CoderResult.OVERFLOW;
        while (result.isOverflow()) {
            result = decoder.decode(bytes, chars, true);
            chars.clear();
        }
        return !result.isError();
    }
}
