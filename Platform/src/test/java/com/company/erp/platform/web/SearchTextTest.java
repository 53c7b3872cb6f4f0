package com.company.erp.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SearchTextTest {

    @Test
    void accents_capitals_and_punctuation_do_not_count() {
        assertThat(SearchText.of("  Müller & Söhne, GROẞ-Handel ", 200)).isEqualTo("muller sohne gross handel");
        assertThat(SearchText.of("orders@example.com", 200)).isEqualTo("orders@example.com");
        assertThat(SearchText.of("東京 株式会社", 200)).isEqualTo("東京 株式会社");
    }

    @Test
    void a_query_of_nothing_but_punctuation_is_empty() {
        assertThat(SearchText.ofQuery("%_'\"--")).isEmpty();
        assertThat(SearchText.ofQuery(null)).isEmpty();
    }

    @Test
    void a_long_text_is_cut_between_characters() {
        assertThat(SearchText.of("a".repeat(9) + "\uD840\uDC00", 10)).isEqualTo("a".repeat(9));
    }
}
