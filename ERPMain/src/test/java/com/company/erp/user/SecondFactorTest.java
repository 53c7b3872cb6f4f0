package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.hostile.PageVisitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class SecondFactorTest extends HttpTest {

    private static final String FACTOR = "/api/auth/second-factor";

    /** A user with a second factor, as the app on his phone sees it. */
    private final class Phone {
        private final Api user;
        private final String username;
        private final String secret;
        private final List<String> recovery = new ArrayList<>();
        private long step;

        private Phone(Api user) {
            this.user = user;
            this.username = user.get("/api/auth/me").ok().get("username").textValue();
            this.secret = user.post(FACTOR + "/begin", Map.of("currentPassword", PASSWORD))
                    .ok()
                    .get("secret")
                    .textValue();
            this.step = Instant.now().getEpochSecond() / 30;
            user.post(FACTOR + "/confirm", Map.of("code", code(step)))
                    .ok()
                    .get("recoveryCodes")
                    .forEach(code -> recovery.add(code.textValue()));
        }

        /** The code behind the last one that was used; a clock may be a step ahead. */
        private String nextCode() {
            return code(++step);
        }

        private String code(long of) {
            try {
                Mac mac = Mac.getInstance("HmacSHA1");
                mac.init(new SecretKeySpec(bytes(secret), "HmacSHA1"));
                byte[] hash = mac.doFinal(ByteBuffer.allocate(8).putLong(of).array());
                int number = ByteBuffer.wrap(hash, hash[19] & 15, 4).getInt() & Integer.MAX_VALUE;
                return String.format("%06d", number % 1_000_000);
            } catch (java.security.GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private Answer login(String code) {
            var credentials = new HashMap<>(Map.of("username", username, "password", PASSWORD));
            if (code != null) credentials.put("code", code);
            return stranger().post("/api/auth/login", credentials);
        }
    }

    /** 160 bits, five to a letter. */
    private static byte[] bytes(String base32) {
        BigInteger number = BigInteger.ZERO;
        for (char letter : base32.toCharArray()) {
            int value = letter <= '7' ? letter - '2' + 26 : letter - 'A';
            number = number.shiftLeft(5).or(BigInteger.valueOf(value));
        }
        byte[] bytes = new byte[20];
        byte[] found = number.toByteArray();
        int length = Math.min(20, found.length);
        System.arraycopy(found, found.length - length, bytes, 20 - length, length);
        return bytes;
    }

    @Test
    void the_page_of_sign_in_asks_for_the_code_once_the_password_was_right() {
        Phone phone = new Phone(asUserWith("SALES"));
        var credentials = new HashMap<>(Map.of("username", phone.username, "password", "a wrong one"));
        PageVisitor visitor = PageVisitor.at(address());
        assertThat(visitor.post("/sign-in", credentials).expect(422).text()).doesNotContain("name=\"code\"");

        credentials.put("password", PASSWORD);
        assertThat(visitor.post("/sign-in", credentials).expect(422).text()).contains("name=\"code\"");
        credentials.put("code", phone.nextCode());
        visitor.post("/sign-in", credentials).expect(303);
    }

    @Test
    void sign_in_asks_for_a_code_once_one_was_confirmed() {
        Api user = asUserWith("HR");
        assertThat(user.get(FACTOR).ok().get("active").booleanValue()).isFalse();
        Phone phone = new Phone(user);

        JsonNode status = user.get(FACTOR).ok();
        assertThat(status.get("active").booleanValue()).isTrue();
        assertThat(status.get("recoveryCodesLeft").intValue()).isEqualTo(10);
        phone.login(null).refused(401, "sign_in.code_needed");
        phone.login("000 000 0").refused(401, "sign_in.code_wrong");
        String code = phone.nextCode();
        phone.login(code.substring(0, 3) + " " + code.substring(3)).ok();
        String filter = "?user=" + user.get("/api/auth/me").ok().get("id").textValue();
        assertThat(api.get("/api/sign-ins" + filter).ok().get("items"))
                .extracting(row -> row.get("outcome").textValue())
                .startsWith("SUCCEEDED", "FAILED", "CODE_NEEDED");
    }

    @Test
    void a_code_is_good_once() {
        Phone phone = new Phone(asUserWith("HR"));
        String code = phone.nextCode();

        phone.login(code).ok();
        phone.login(code).refused(401, "sign_in.code_wrong");
    }

    @Test
    void a_recovery_code_signs_in_once_without_the_phone() {
        Phone phone = new Phone(asUserWith("HR"));
        assertThat(phone.recovery).hasSize(10).doesNotHaveDuplicates();

        phone.login(phone.recovery.get(3).toUpperCase(java.util.Locale.ROOT)).ok();
        phone.login(phone.recovery.get(3)).refused(401, "sign_in.code_wrong");
        assertThat(phone.user.get(FACTOR).ok().get("recoveryCodesLeft").intValue())
                .isEqualTo(9);
        phone.login(new Phone(asUserWith("HR")).recovery.getFirst()).refused(401, "sign_in.code_wrong");
    }

    @Test
    void a_second_factor_that_was_not_confirmed_is_not_asked_for() {
        Api user = asUserWith("HR");
        user.post(FACTOR + "/confirm", Map.of("code", "123456")).refused(409, "second_factor.not_begun");
        user.post(FACTOR + "/begin", Map.of("currentPassword", "a wrong password"))
                .refused(422, "password.wrong");
        Answer begun = user.post(FACTOR + "/begin", Map.of("currentPassword", PASSWORD));
        assertThat(begun.ok().get("uri").textValue())
                .startsWith("otpauth://totp/ERP:")
                .contains(begun.json().get("secret").textValue());
        user.post(FACTOR + "/confirm", Map.of("code", "abcdef")).refused(422, "second_factor.code");
        String username = user.get("/api/auth/me").ok().get("username").textValue();
        stranger().signedIn(username, PASSWORD, null).get(FACTOR).ok();
    }

    @Test
    void it_is_removed_with_the_password_and_a_code() {
        Phone phone = new Phone(asUserWith("HR"));
        var removal = new HashMap<>(Map.of("currentPassword", PASSWORD, "code", "nonsense"));
        phone.user.post(FACTOR + "/remove", removal).refused(422, "second_factor.code");
        phone.user.post(FACTOR + "/begin", Map.of("currentPassword", PASSWORD)).refused(409, "second_factor.active");

        removal.put("code", phone.recovery.getFirst());
        assertThat(phone.user
                        .post(FACTOR + "/remove", removal)
                        .ok()
                        .get("active")
                        .booleanValue())
                .isFalse();
        phone.login(null).ok();
    }

    @Test
    void an_administrator_takes_it_off_who_lost_it_but_not_off_another_company_s() {
        Phone phone = new Phone(asUserWith("HR"));
        String path =
                "/api/users/" + phone.user.get("/api/auth/me").ok().get("id").textValue() + "/remove-second-factor";

        newCompany("Elsewhere").post(path).refused(404, "user.unknown");
        asUserWith("ACCOUNTANT").post(path).refused(403, "access.denied");
        api.post(path).noContent();
        phone.login(null).ok();
    }

    @Test
    void its_secrets_are_in_no_log() {
        Phone phone = new Phone(asUserWith("HR"));
        String id = phone.user.get("/api/auth/me").ok().get("id").textValue();
        String audit = api.get("/api/audit?record=" + id).expect(200).text();
        assertThat(audit)
                .contains("add-second-factor")
                .doesNotContain(phone.secret)
                .doesNotContain(phone.recovery.getFirst());
    }
}
