package com.company.erp.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.company.erp.kernel.InvalidInput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileFormTest {

    private static String file(String form) throws IOException {
        var out = new ByteArrayOutputStream();
        var body = new ByteArrayInputStream(crlf(form));
        var part = new FileForm(body, "xyz").read(out);
        assertThat(part.name()).isEqualTo("a.csv");
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_one_file_is_read_to_the_byte() throws IOException {
        String content = "code\n--xy\n\n--xy\r\r--\u00e4\n";
        assertThat(file("--xyz\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\n\n" + content
                        + "\n--xyz--\n"))
                .isEqualTo(content.replace("\n", "\r\n"));
    }

    @Test
    void an_empty_file_is_a_file() throws IOException {
        assertThat(
                        file(
                                "preamble\n--xyz\ncontent-type: text/csv\ncontent-disposition: form-data; filename=\"a.csv\"\n\n\n--xyz--"))
                .isEmpty();
    }

    @Test
    void fields_may_stand_before_and_behind_the_file_where_they_are_wanted() throws IOException {
        String form = "--xyz\nContent-Disposition: form-data; name=\"mode\"\n\nSKIP\n"
                + "--xyz\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\n\ncode\n"
                + "--xyz\nContent-Disposition: form-data; name=\"step\"\n\ncheck\n--xyz--\n";
        var out = new ByteArrayOutputStream();
        var fields = new HashMap<String, String>();
        new FileForm(new ByteArrayInputStream(crlf(form)), "xyz").read(out, fields);
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("code");
        assertThat(fields).isEqualTo(Map.of("mode", "SKIP", "step", "check"));

        String two = form.replace("name=\"step\"", "name=\"step\"; filename=\"b.csv\"");
        String endless = form.replace("SKIP", "x".repeat(70_000));
        for (String wrong : List.of(two, endless, form.replace("filename", "filenam"))) {
            assertThatThrownBy(() -> new FileForm(new ByteArrayInputStream(crlf(wrong)), "xyz")
                            .read(new ByteArrayOutputStream(), new HashMap<>()))
                    .isInstanceOfSatisfying(
                            InvalidInput.class, e -> assertThat(e.code()).isEqualTo("file.form"));
        }
    }

    private static byte[] crlf(String form) {
        return form.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--xyz",
                "--xyz--",
                "--xyz\n",
                "--xyz\nContent-Type: text/csv\n\nx\n--xyz--",
                "--xyz\nContent-Type: ???\n\nx\n--xyz--",
                "--xyz\nContent-Disposition: form-data; name=\"file\"\n\nx\n--xyz--",
                "--xyz\nContent-Disposition: form-data; filename=\"a.csv\"\n\nx\n--xy--",
                "--xyz\nContent-Disposition: form-data; filename=\"a.csv\"\n\nx\n--xyz\nContent-Type: a/b\n\n\n--xyz--",
            })
    void any_other_form_is_refused(String form) {
        assertThatThrownBy(() -> file(form))
                .isInstanceOfSatisfying(
                        InvalidInput.class, e -> assertThat(e.code()).isEqualTo("file.form"));
    }
}
