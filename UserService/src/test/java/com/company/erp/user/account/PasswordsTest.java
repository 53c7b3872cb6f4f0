package com.company.erp.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTest {

    /** Notes against which hash each comparison was worked out. */
    private static final class Watched extends Argon2PasswordEncoder {

        private final List<String> compared = new ArrayList<>();

        private Watched() {
            super(16, 32, 1, 64, 1);
        }

        @Override
        public boolean matches(CharSequence password, String hash) {
            compared.add(hash);
            return super.matches(password, hash);
        }
    }

    private static String costOf(String hash) {
        return hash.substring(0, hash.lastIndexOf('$', hash.lastIndexOf('$') - 1));
    }

    /** Whoever measures time measures this work; the rest of an attempt is the same statements for both. */
    @Test
    void a_user_who_does_not_exist_costs_as_many_hashes_of_the_same_cost_as_a_wrong_password() {
        var encoder = new Watched();
        var passwords = new Passwords(encoder);
        String hash = passwords.hash("the password of somebody");

        assertThat(passwords.matches("a wrong one", hash)).isFalse();
        assertThat(passwords.matches("a wrong one", null)).isFalse();
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
        assertThat(encoder.compared).hasSize(3);
        assertThat(encoder.compared.get(1)).isEqualTo(encoder.compared.get(2)).isNotEqualTo(hash);
        assertThat(costOf(encoder.compared.get(1))).isEqualTo(costOf(hash)).contains("argon2id", "m=64,t=1,p=1");
    }
}
