package com.company.erp.document.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.platform.installation.InstallationProperties;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedContentTest {

    private static final int PIECE = 64 * 1024;

    @TempDir
    private Path data;

    private SealingKeys keys(String key, String... previous) {
        var installation = new InstallationProperties(data, new InstallationProperties.Jwt("of another purpose"));
        return new SealingKeys(new SealingProperties(key, List.of(previous), Duration.ofMinutes(1)), installation);
    }

    private static byte[] seal(SealingKeys keys, byte[] plain) throws IOException {
        var sealed = new ByteArrayOutputStream();
        try (var out = new SealingOutput(keys, sealed)) {
            out.write(plain);
        }
        return sealed.toByteArray();
    }

    private static byte[] open(SealingKeys keys, byte[] sealed, int size, int from) throws IOException {
        var content = new SealedContent(
                keys, place -> new ByteArrayInputStream(sealed, (int) place, sealed.length - (int) place), size);
        try (var in = content.open(from)) {
            return in.readAllBytes();
        }
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 5})
    void what_was_sealed_is_opened_from_any_place(int size) throws IOException {
        byte[] plain = random(size);
        byte[] sealed = seal(keys("secret"), plain);

        assertThat(sealed).hasSize((int) SealedContent.sealedSize(size));
        for (int from : new int[] {0, size / 2, Math.min(size, PIECE), Math.min(size, 2 * PIECE + 1), size}) {
            assertThat(open(keys("secret"), sealed, size, from)).isEqualTo(Arrays.copyOfRange(plain, from, size));
        }
    }

    @Test
    void a_changed_byte_is_noticed_wherever_it_is() throws IOException {
        byte[] sealed = seal(keys("secret"), random(PIECE + 10));
        for (int place : new int[] {13, 30, PIECE, sealed.length - 1}) {
            byte[] changed = sealed.clone();
            changed[place] ^= 1;
            assertThatThrownBy(() -> open(keys("secret"), changed, PIECE + 10, 0))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void content_that_was_cut_off_between_pieces_is_noticed() throws IOException {
        byte[] sealed = seal(keys("secret"), random(2 * PIECE));
        byte[] cut = Arrays.copyOf(sealed, (int) SealedContent.sealedSize(PIECE));

        assertThatThrownBy(() -> open(keys("secret"), cut, PIECE, 0)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> open(keys("secret"), cut, 2 * PIECE, 0)).isInstanceOf(IOException.class);
    }

    @Test
    void after_a_change_of_keys_the_old_one_still_opens_what_it_sealed() throws IOException {
        byte[] sealed = seal(keys("old"), random(100));

        assertThat(open(keys("new", "old"), sealed, 100, 0)).isEqualTo(random(100));
        assertThatThrownBy(() -> open(keys("new"), sealed, 100, 0)).hasMessageContaining("previous-keys");
        assertThat(keys("new", "old").currentId()).isEqualTo(keys("new").currentId());
    }

    @Test
    void without_a_key_one_is_made_once_and_kept_for_the_owner_alone() throws IOException {
        byte[] sealed = seal(keys(""), random(100));

        assertThat(open(keys(""), sealed, 100, 0)).isEqualTo(random(100));
        Path file = data.resolve("storage-key");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(Files.list(data)).containsExactly(file);
    }

    @Test
    void a_text_is_sealed_differently_each_time_and_opened_again() {
        var texts = new SealedText(keys("secret"));
        String sealed = texts.seal("pässword");

        assertThat(sealed).isNotEqualTo(texts.seal("pässword"));
        assertThat(texts.open(sealed)).isEqualTo("pässword");
    }
}
