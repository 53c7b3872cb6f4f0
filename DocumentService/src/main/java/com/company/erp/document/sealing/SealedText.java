package com.company.erp.document.sealing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Seals short secrets, such as a password that is sent on to another system, for a column of text. */
@Component
public class SealedText {

    private final SealingKeys keys;

    SealedText(SealingKeys keys) {
        this.keys = keys;
    }

    /** What every text begins with that the current key seals, and no other. */
    public String head() {
        byte[] mark = Pieces.head(keys.currentId(), new byte[Pieces.SALT_BYTES]);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(mark, Pieces.HEAD_BYTES - Pieces.SALT_BYTES));
    }

    public String seal(String secret) {
        var sealed = new ByteArrayOutputStream();
        try (var out = new SealingOutput(keys, sealed)) {
            out.write(Hashes.text(secret));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(sealed.toByteArray());
    }

    public String open(String text) {
        byte[] sealed = Base64.getDecoder().decode(text);
        long size = sealed.length - SealedContent.sealedSize(0);
        var content = new SealedContent(
                keys, place -> new ByteArrayInputStream(sealed, (int) place, sealed.length - (int) place), size);
        try (var in = content.open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
