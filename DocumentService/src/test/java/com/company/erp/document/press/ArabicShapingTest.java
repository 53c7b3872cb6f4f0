package com.company.erp.document.press;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArabicShapingTest {

    @Test
    void arabic_letters_join_and_lines_run_from_the_right() {
        var shaping = new ArabicShaping();
        // Lam and alef become one; beh takes its four forms.
        assertThat(shaping.shapeText("\u0644\u0627")).isEqualTo("\uFEFB");
        assertThat(shaping.shapeText("\u0628\u0628\u0628")).isEqualTo("\uFE91\uFE92\uFE90");
        assertThat(shaping.shapeText("\u0628")).isEqualTo("\uFE8F");
        assertThat(shaping.shapeText("\u062f\u0628")).isEqualTo("\uFEA9\uFE8F");
        assertThat(shaping.shapeText("\u064a")).isEqualTo("\uFEF1");
        assertThat(shaping.shapeText("\u063a\u0641")).isEqualTo("\uFECF\uFED2");
        assertThat(shaping.reorderRTLTextToLTR("\u0628 (1)")).isEqualTo("(1) \u0628");
    }
}
