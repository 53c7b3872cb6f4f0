package com.company.erp.user.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {

    private final Passwords passwords = new Passwords(new PasswordHashing().argon2());

    @Test
    void a_hash_costs_what_owasp_recommends() {
        assertThat(passwords.hash("correct horse")).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void a_password_fits_its_own_hash_alone_from_whatever_keyboard_it_comes() {
        String hash = passwords.hash("\u00e9t\u00e9 correct horse");
        assertThat(passwords.matches("e\u0301te\u0301 correct horse", hash)).isTrue();
        assertThat(passwords.matches("ete correct horse", hash)).isFalse();
        assertThat(passwords.matches("nobody has this password", null)).isFalse();
    }
}
