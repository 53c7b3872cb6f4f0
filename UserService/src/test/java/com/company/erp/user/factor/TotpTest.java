package com.company.erp.user.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private final Totp totp = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, the last six digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codes_are_those_of_the_standard(long second, String code) {
        assertThat(totp.code(second / 30)).isEqualTo(code);
        assertThat(totp.stepOf(code, Instant.ofEpochSecond(second))).isEqualTo(second / 30);
    }

    @Test
    void a_code_is_good_one_step_before_and_after_its_own() {
        assertThat(totp.stepOf("287082", Instant.ofEpochSecond(0))).isEqualTo(1);
        assertThat(totp.stepOf("287082", Instant.ofEpochSecond(89))).isEqualTo(1);
        assertThat(totp.stepOf("287082", Instant.ofEpochSecond(90))).isEqualTo(Totp.NEVER);
        assertThat(totp.stepOf("28708", Instant.ofEpochSecond(59))).isEqualTo(Totp.NEVER);
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void the_secret_is_written_in_base_32(String secret, String text) {
        assertThat(new Totp(secret.getBytes(StandardCharsets.US_ASCII)).text()).isEqualTo(text);
    }

    @Test
    void a_closed_secret_opens_for_its_user_and_key_only() {
        var box = new SecretBox(new BoxKeys(new SecretKeySpec(new byte[32], "AES"), List.of()));
        var user = new UUID(1, 1);
        byte[] closed = box.close(user, totp.secret());

        assertThat(box.open(user, closed)).isEqualTo(totp.secret());
        assertThat(box.open(new UUID(1, 2), closed)).isNull();
        byte[] otherKey = new byte[32];
        otherKey[0] = 1;
        assertThat(new SecretBox(new BoxKeys(new SecretKeySpec(otherKey, "AES"), List.of())).open(user, closed))
                .isNull();
        var former = List.<SecretKey>of(new SecretKeySpec(new byte[32], "AES"));
        assertThat(new SecretBox(new BoxKeys(new SecretKeySpec(otherKey, "AES"), former)).open(user, closed))
                .isNotNull();
        assertThat(box.close(user, totp.secret())).isNotEqualTo(closed);
    }
}
