package com.company.erp.platform.installation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is written down outside the database, each line signed, in a file for each company. A chain proves nothing
 * against someone who can rewrite all of it; against that stands what was written down elsewhere, the better the more
 * often the folder is copied away. The key lies in the folder and has nothing to do with that of sign-in, which may
 * change at any time; what was written down has to be believed for years.
 */
public final class SignedLines {

    private static final int KEY_BYTES = 32;

    private final Path folder;

    public SignedLines(Path folder) {
        this.folder = folder;
    }

    public void append(UUID company, List<String> said) {
        if (said.isEmpty()) return;
        try {
            Files.createDirectories(folder);
            makeKey();
            byte[] key = Files.readAllBytes(keyFile());
            List<String> lines = new ArrayList<>();
            for (String text : said) lines.add(text + " " + signature(key, text));
            Files.write(
                    file(company),
                    lines,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over each line that is as it was written, and tells of each that is not. */
    public void read(UUID company, Consumer<String> said, Runnable changed) {
        if (!Files.exists(file(company))) return;
        try (var lines = Files.lines(file(company))) {
            byte[] key = Files.exists(keyFile()) ? Files.readAllBytes(keyFile()) : new byte[KEY_BYTES];
            lines.forEach(line -> {
                int end = Math.max(0, line.lastIndexOf(' '));
                String text = line.substring(0, end);
                if (same(signature(key, text), line.substring(end).strip())) said.accept(text);
                else changed.run();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Made once, by whichever instance writes first: a link appears whole or not at all. */
    private void makeKey() throws IOException {
        if (Files.exists(keyFile())) return;
        byte[] fresh = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(fresh);
        Path draft = Files.createTempFile(folder, "key", ".new");
        try {
            Files.write(draft, fresh, StandardOpenOption.SYNC);
            Files.createLink(keyFile(), draft);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            return;
        } finally {
            Files.delete(draft);
        }
    }

    private Path file(UUID company) {
        return folder.resolve(company + ".log");
    }

    private Path keyFile() {
        return folder.resolve("key");
    }

    private static String signature(byte[] key, String said) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(said.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
