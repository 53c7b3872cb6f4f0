package com.company.erp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the API answered. An expectation that fails shows the request and the whole answer. */
public record Answer(String question, int status, HttpHeaders headers, byte[] bytes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public JsonNode ok() {
        return expect(200).json();
    }

    public JsonNode created() {
        return expect(201).json();
    }

    public JsonNode accepted() {
        return expect(202).json();
    }

    public void noContent() {
        expect(204);
    }

    public Answer expect(int wanted) {
        assertThat(status).as("%s answered %s", question, this).isEqualTo(wanted);
        return this;
    }

    /** Expects a problem document with this status and code, and answers it. */
    public JsonNode refused(int wanted, String code) {
        expect(wanted);
        assertThat(header("Content-Type")).as(question).startsWith("application/problem+json");
        assertThat(json().path("code").asText())
                .as("%s answered %s", question, this)
                .isEqualTo(code);
        return json();
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        if (bytes.length == 0) return MissingNode.getInstance();
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(question + " answered no JSON: " + this, e);
        }
    }

    @Override
    public String toString() {
        String text = text();
        return status + " " + (text.length() > 4000 ? text.substring(0, 4000) + "…" : text);
    }
}
