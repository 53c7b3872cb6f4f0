package com.company.erp.document.letterhead;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IbanTest {

    @Test
    void the_check_digits_tell_a_slip() {
        assertThat(Iban.isValid("DE89370400440532013000")).isTrue();
        assertThat(Iban.isValid("DE88370400440532013000")).isFalse();
    }
}
