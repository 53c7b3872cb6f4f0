package com.company.erp.web.pattern;

import com.company.erp.kernel.Id;
import com.company.erp.platform.tenancy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A document as it is shown: its head with number and status, the steps that are allowed now, facts, tables of lines,
 * and totals. Each method answers the document with one more.
 */
public record Document(
        String name,
        String title,
        @Nullable Cell status,
        List<Step> steps,
        List<Fact> facts,
        List<Table> tables,
        List<Fact> totals,
        @Nullable ColumnChart chart,
        @Nullable Subject subject) {

    /** The record that is shown, as others point at it: what became of it and what is said of it stands beside. */
    public record Subject(String resource, UUID id) {}

    /** What may be done next. The first one that stands is the primary button; a step with a question asks it first. */
    public record Step(
            String name,
            String href,
            boolean post,
            @Nullable String question,
            boolean primary) {}

    /** A word and what it is here. */
    public record Fact(
            String label,
            String text,
            @Nullable String unit,
            @Nullable String href,
            boolean strong) {}

    public static Document of(String name, String title) {
        return new Document(name, title, null, List.of(), List.of(), List.of(), List.of(), null, null);
    }

    public Document about(String resource, Id id) {
        return new Document(
                name, title, status, steps, facts, tables, totals, chart, new Subject(resource, id.value()));
    }

    /** Where all records of its kind are listed. */
    public @Nullable String list() {
        return subject == null ? null : "/" + subject.resource();
    }

    public Document status(Enum<?> status, Texts texts) {
        var cell = new Cell(Kind.STATUS, "", texts.constant(status), null, null, Cell.tone(status.name()));
        return new Document(name, title, cell, steps, facts, tables, totals, chart, subject);
    }

    /** A step that asks for nothing more, if it is allowed now and to this user. */
    public Document step(String step, String permission, boolean allowed, String href) {
        return step(step, permission, allowed, href, true, null);
    }

    /** A step with a form of its own. */
    public Document form(String step, String permission, boolean allowed, String href) {
        return step(step, permission, allowed, href, false, null);
    }

    /** A step that cannot be undone, and says so before. */
    public Document grave(String step, String permission, boolean allowed, String href, Texts texts) {
        return step(step, permission, allowed, href, true, texts.say("ask." + step));
    }

    private Document step(
            String step, String permission, boolean allowed, String href, boolean post, @Nullable String question) {
        if (!allowed || !Scope.permissions().contains(permission)) return this;
        var more = new ArrayList<>(steps);
        more.add(new Step(step, href, post, question, steps.isEmpty() && question == null));
        return new Document(name, title, status, more, facts, tables, totals, chart, subject);
    }

    public Document fact(String label, @Nullable String text) {
        return fact(label, text, null);
    }

    public Document fact(String label, @Nullable String text, @Nullable String href) {
        if (text == null || text.isEmpty()) return this;
        var more = new ArrayList<>(facts);
        more.add(new Fact(label, text, null, href, false));
        return new Document(name, title, status, steps, more, tables, totals, chart, subject);
    }

    public Document table(Table table) {
        var more = new ArrayList<>(tables);
        more.add(table);
        return new Document(name, title, status, steps, facts, more, totals, chart, subject);
    }

    public Document total(String label, String amount, String unit, boolean strong) {
        var more = new ArrayList<>(totals);
        more.add(new Fact(label, amount, unit, null, strong));
        return new Document(name, title, status, steps, facts, tables, more, chart, subject);
    }

    public Document chart(ColumnChart chart) {
        return new Document(name, title, status, steps, facts, tables, totals, chart, subject);
    }
}
