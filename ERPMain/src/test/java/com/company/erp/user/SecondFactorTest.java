package com.company.erp.user;

import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.Answer;
import com.company.erp.Api;
import com.company.erp.HttpTest;
import com.company.erp.hostile.PageVisitor;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecondFactorTest extends HttpTest {

    private static final String FACTOR = "/api/auth/second-factor";

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
        phone.login(stranger(), null).refused(401, "sign_in.code_needed");
        phone.login(stranger(), "000 000 0").refused(401, "sign_in.code_wrong");
        String code = phone.nextCode();
        phone.login(stranger(), code.substring(0, 3) + " " + code.substring(3)).ok();
        String filter = "?user=" + user.get("/api/auth/me").ok().get("id").textValue();
        assertThat(api.get("/api/sign-ins" + filter).ok().get("items"))
                .extracting(row -> row.get("outcome").textValue())
                .startsWith("SUCCEEDED", "FAILED", "CODE_NEEDED");
    }

    @Test
    void wrong_codes_are_counted() {
        Phone phone = new Phone(asUserWith("HR"));
        double before = codesWrong();
        phone.login(stranger(), "000 000 0").refused(401, "sign_in.code_wrong");
        assertThat(codesWrong() - before).isEqualTo(1);
    }

    private double codesWrong() {
        String line = stranger()
                .get("/actuator/prometheus")
                .text()
                .lines()
                .filter(meter -> meter.startsWith("erp_signins_total{outcome=\"code_wrong\"}"))
                .findFirst()
                .orElseThrow();
        return Double.parseDouble(line.substring(line.lastIndexOf(' ')));
    }

    @Test
    void a_code_is_good_once() {
        Phone phone = new Phone(asUserWith("HR"));
        String code = phone.nextCode();

        phone.login(stranger(), code).ok();
        phone.login(stranger(), code).refused(401, "sign_in.code_wrong");
    }

    @Test
    void a_recovery_code_signs_in_once_without_the_phone() {
        Phone phone = new Phone(asUserWith("HR"));
        assertThat(phone.recovery).hasSize(10).doesNotHaveDuplicates();

        phone.login(stranger(), phone.recovery.get(3).toUpperCase(java.util.Locale.ROOT))
                .ok();
        phone.login(stranger(), phone.recovery.get(3)).refused(401, "sign_in.code_wrong");
        assertThat(phone.user.get(FACTOR).ok().get("recoveryCodesLeft").intValue())
                .isEqualTo(9);
        phone.login(stranger(), new Phone(asUserWith("HR")).recovery.getFirst()).refused(401, "sign_in.code_wrong");
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
        phone.login(stranger(), null).ok();
    }

    @Test
    void an_administrator_takes_it_off_who_lost_it_but_not_off_another_company_s() {
        Phone phone = new Phone(asUserWith("HR"));
        String path =
                "/api/users/" + phone.user.get("/api/auth/me").ok().get("id").textValue() + "/remove-second-factor";

        newCompany("Elsewhere").post(path).refused(404, "user.unknown");
        asUserWith("ACCOUNTANT").post(path).refused(403, "access.denied");
        api.post(path).noContent();
        phone.login(stranger(), null).ok();
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
