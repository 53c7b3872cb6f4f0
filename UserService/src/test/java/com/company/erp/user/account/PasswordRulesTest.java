package com.company.erp.user.account;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.ErpException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery staple",
                "nur kleine buchstaben",
                "Ölberg und Weiß ßß",
                "пароль из четырёх слов",
                "四つの言葉でできた合言葉です",
                "tab\tand \"quotes\" and %00"
            })
    void any_characters_will_do_if_there_are_twelve(String password) {
        assertThatCode(() -> rules.check(password, "ann@example.com")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "elevenchars",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "password1234",
                "2024Password!!!",
                "passwordpassword",
                "QwertyQwerty99",
                "123456789012",
                "qwertyuiop[]",
                "sunshine12345",
                "zyxwvutsrqpo"
            })
    void what_is_guessed_first_is_refused(String password) {
        assertThatThrownBy(() -> rules.check(password, "ann@example.com"))
                .isInstanceOfSatisfying(
                        ErpException.class,
                        e -> org.assertj.core.api.Assertions.assertThat(e.code())
                                .isEqualTo("password.weak"));
    }

    @Test
    void a_password_has_128_characters_at_most() {
        String longest = "correct horse ".repeat(9) + "12";
        assertThatCode(() -> rules.check(longest, "ann")).doesNotThrowAnyException();
        assertThatThrownBy(() -> rules.check(longest + "3", "ann")).isInstanceOf(ErpException.class);
    }

    @Test
    void the_user_name_with_something_around_it_is_refused() {
        assertThatThrownBy(() -> rules.check("ann.henderson99", "Ann.Henderson@example.com"))
                .isInstanceOf(ErpException.class);
        assertThatThrownBy(() -> rules.check("ann.henderson@example.com", "Ann.Henderson@example.com"))
                .isInstanceOf(ErpException.class);
        assertThatCode(() -> rules.check("ann.henderson sails on sundays", "ann.henderson"))
                .doesNotThrowAnyException();
    }
}
