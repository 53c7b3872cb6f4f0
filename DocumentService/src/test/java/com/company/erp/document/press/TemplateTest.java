package com.company.erp.document.press;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a template may say, whoever wrote it, and what not. */
class TemplateTest {

    private static final PdfPress PRESS = new PdfPress();

    private record Line(String text, boolean last) {}

    private record Note(Words words, String title, List<Line> lines, Object secret, Path file) implements Sheet {}

    private static Note note(int lines) {
        return new Note(
                Words.in("de"),
                "A <b>note</b>",
                Collections.nCopies(lines, new Line("One", false)),
                new Object(),
                Path.of("/"));
    }

    private static String page(String body) {
        return "<!DOCTYPE html>\n<html xmlns:th=\"http://www.thymeleaf.org\"><head><title>x</title><style>body"
                + " { font-family: Inter }</style></head><body>\n" + body + "\n</body></html>";
    }

    private static String printed(String body, int lines) throws IOException {
        var pdf = new ByteArrayOutputStream();
        PRESS.printBy(page(body), note(lines), pdf);
        try (var document = Loader.loadPDF(pdf.toByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void a_template_reaches_what_the_paper_says_and_the_words_of_its_language() throws IOException {
        String text = printed("""
                <h1 th:text="${sheet.title}">x</h1>
                <p th:each="line, at : ${sheet.lines}"><i th:text="${line.text}">x</i><i th:if="${at.last}">last</i></p>
                <p th:unless="${sheet.lines.empty}" th:text="|#{invoice}: ${sheet.lines.size}|">x</p>
                <p th:text="${sheet.title} == 'A' ? 'yes' : 'no'">x</p>""", 2);

        assertThat(text).contains("A <b>note</b>", "One\nOnelast", "Rechnung: 2", "no");
    }

    private static void isRefused(String body, int line, String reason) {
        assertThatThrownBy(() -> printed(body, 3))
                .isInstanceOfSatisfying(
                        BrokenTemplate.class, e -> assertThat(e.line()).isEqualTo(line))
                .hasMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "T(java.lang.Runtime).getRuntime().exec('id')",
                "sheet.title.getClass()",
                "sheet.lines[0].text",
                "new java.io.File('x')",
                "@dataSource",
                "#ctx",
                "#execInfo.templateName",
                "''.class",
                "sheet.lines.?[true]",
                "__${sheet.title}__"
            })
    void an_expression_is_a_name_with_parts_and_nothing_else(String expression) {
        assertThatThrownBy(() -> printed("<p th:text=\"${" + expression.replace("'", "&#39;") + "}\">x</p>", 1))
                .isInstanceOf(BrokenTemplate.class);
        assertThatThrownBy(() -> printed("<p>[[${" + expression + "}]]</p>", 1)).isInstanceOf(BrokenTemplate.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"class", "title.bytes", "secret", "file", "words", "words.language", "lines.class", "nothing"})
    void what_is_no_part_of_the_paper_is_not_there(String path) {
        isRefused("<p th:text=\"${sheet." + path + "}\">x</p>", 3, "There is nothing called");
    }

    @Test
    void a_fault_is_told_with_its_line_and_reason() {
        isRefused("<p>fine</p>\n<p th:text=\"${nothing}\">x</p>", 4, "There is nothing called \"nothing\" here.");
        isRefused("<p>\n<b>\n</p>", 5, "must be terminated by the matching end-tag");
        isRefused("<p th:text=\"#{no.such.word}\">x</p>", 3, "There is no word for \"no.such.word\".");
        isRefused("<p>&nbsp;</p>", 3, "nbsp");
        isRefused("<p th:text=\"${sheet.title\">x</p>", 3, "Could not parse");
        isRefused("<script>alert(1)</script>", 3, "A paper runs no scripts.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../application", "/etc/passwd", "invoice", "classpath:application", "../../META-INF/MANIFEST"})
    void other_templates_and_files_are_out_of_reach(String name) {
        isRefused("<div th:insert=\"~{" + name + "}\">x</div>", 3, "");
        isRefused("<div th:insert=\"~{" + name + " :: opening}\">x</div>", 3, "");
    }

    @Test
    void nothing_is_fetched_from_files_or_elsewhere(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.css"), "body:before { content: 'LEAKED' }");
        assertThat(printed("<style>@import url('" + secret.toUri() + "');</style><p>here</p>", 1))
                .contains("here")
                .doesNotContain("LEAKED");
        assertThat(printed("<img src=\"" + secret.toUri() + "\"/><p>here</p>", 1))
                .contains("here");
        assertThatThrownBy(() -> PRESS.printBy(
                        "<!DOCTYPE html [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><html><body>&x;</body></html>",
                        note(1),
                        new ByteArrayOutputStream()))
                .isInstanceOf(BrokenTemplate.class);
        assertThatThrownBy(() -> PRESS.printBy(
                        "<!DOCTYPE html SYSTEM \"" + secret.toUri() + "\"><html><body>x</body></html>",
                        note(1),
                        new ByteArrayOutputStream()))
                .isInstanceOf(BrokenTemplate.class)
                .hasMessageContaining("The document type is just html.");
        assertThatThrownBy(() -> printed("<?xml-stylesheet href=\"" + secret.toUri() + "\"?><p>x</p>", 1))
                .isInstanceOf(BrokenTemplate.class);
    }

    @Test
    void loops_within_loops_come_to_an_end() {
        String loop = "<th:block th:each=\"a : ${sheet.lines}\">";
        String end = "</th:block>";
        assertThatThrownBy(() -> printed(loop.repeat(6) + end.repeat(6), 500))
                .isInstanceOf(BrokenTemplate.class)
                .hasMessageContaining("The template makes too much work.");
        assertThatThrownBy(() -> printed(loop.repeat(2) + "<p>" + "x".repeat(1_000) + "</p>" + end.repeat(2), 500))
                .isInstanceOf(BrokenTemplate.class)
                .hasMessageContaining("The template writes too much.");
    }
}
