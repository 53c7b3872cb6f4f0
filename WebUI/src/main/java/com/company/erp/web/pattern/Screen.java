package com.company.erp.web.pattern;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.ModelMap;

/**
 * What a page handler answers with: a list, a document, a form. A request of htmx gets the fragment, any other the page
 * around it.
 */
public final class Screen {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final ModelMap model;
    private final Texts texts;
    private final FormReader forms;
    private final LocalDate today;

    Screen(
            HttpServletRequest request,
            HttpServletResponse response,
            ModelMap model,
            Texts texts,
            FormReader forms,
            LocalDate today) {
        this.request = request;
        this.response = response;
        this.model = model;
        this.texts = texts;
        this.forms = forms;
        this.today = today;
    }

    public Texts texts() {
        return texts;
    }

    /** The date in the company now. */
    public LocalDate today() {
        return today;
    }

    public Address address() {
        return Address.of(request);
    }

    /** Whether htmx asks for a part of the page it shows already. */
    public boolean isFragment() {
        return request.getHeader("HX-Request") != null && request.getHeader("HX-History-Restore-Request") == null;
    }

    /** Any other page: the template, with one model. */
    public String page(String template, Object shown) {
        model.addAttribute("page", shown);
        return template;
    }

    public <T> String list(ListPage<T> list, Page<T> page) {
        Address address = address();
        model.addAttribute("list", list.view(page, address, texts));
        if (!isFragment()) return "list";
        return address.get("after") == null ? "list :: list" : "list :: more";
    }

    public String document(Document document) {
        model.addAttribute("document", document);
        return "document";
    }

    /** An empty form, or one that shows a record. */
    public String form(Form form, @Nullable Record shown) {
        return form(form, shown, null, Map.of());
    }

    /** @param labels what picked records are called, by path */
    public String form(Form form, @Nullable Record shown, @Nullable Integer version, Map<String, String> labels) {
        return show(
                form,
                version == null ? null : version.toString(),
                forms.values(form, shown, texts),
                labels,
                Map.of(),
                null);
    }

    /** A form with a few values to begin with. */
    public String begin(Form form, Map<String, String> values, Map<String, String> labels) {
        return show(form, null, values, labels, Map.of(), null);
    }

    /** The version of the record that the form was filled from. */
    public int version() {
        String version = request.getParameter("_version");
        return version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : -1;
    }

    /**
     * Reads the form and does what it asks for; then the browser goes on to where that leads. What is refused is shown
     * beside the fields.
     */
    public <R extends Record> String submit(Supplier<Form> form, Class<R> type, Function<R, String> step) {
        return submit(form, type, null, step);
    }

    /** @param before keeps what the form does not show */
    public <R extends Record> String submit(
            Supplier<Form> form, Class<R> type, @Nullable Record before, Function<R, String> step) {
        return answer(form.get(), type, before, wanted -> redirect(step.apply(wanted)));
    }

    /** Like {@link #submit}, and answers with a page of its own. */
    public <R extends Record> String answer(Form shown, Class<R> type, Function<R, String> step) {
        return answer(shown, type, null, step);
    }

    private <R extends Record> String answer(
            Form shown, Class<R> type, @Nullable Record before, Function<R, String> step) {
        try {
            return step.apply(read(shown, type, before));
        } catch (ErpException e) {
            boolean isOver = e instanceof Unauthenticated && e.code().startsWith("session.");
            if (isOver || e instanceof Forbidden) throw e;
            return refused(shown, e);
        }
    }

    public <R extends Record> R read(Form form, Class<R> type, @Nullable Record before) {
        return forms.read(form, request.getParameterMap(), type, before, new Typed(texts.locale(), today));
    }

    /** Shows what was typed again, with what is wrong. */
    public String refused(Form form, ErpException e) {
        response.setStatus(422);
        var errors = new LinkedHashMap<String, String>();
        for (FieldProblem problem : e.problems()) errors.putIfAbsent(problem.field(), texts.problem(problem));
        String whole = e instanceof InvalidInput && !errors.isEmpty() ? texts.say("form.correct") : texts.problem(e);
        return show(
                form,
                request.getParameter("_version"),
                FormReader.typed(request.getParameterMap()),
                picked(),
                errors,
                whole);
    }

    /** What the reader saw in the fields that find records. */
    private Map<String, String> picked() {
        var labels = new LinkedHashMap<String, String>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith("_label."))
                labels.put(name.substring("_label.".length()), List.of(values).getFirst());
        });
        return labels;
    }

    private String show(
            Form form,
            @Nullable String version,
            Map<String, String> values,
            Map<String, String> labels,
            Map<String, String> errors,
            @Nullable String problem) {
        model.addAttribute(
                "view", new FormView(form, request.getRequestURI(), version, values, labels, errors, problem));
        return isFragment() ? "form :: form" : "form";
    }

    /** Goes on to another page: htmx loads it whole. */
    public String redirect(String href) {
        if (isFragment()) {
            response.setHeader("HX-Redirect", href);
            return "nothing";
        }
        response.setStatus(303);
        response.setHeader("Location", href);
        return "nothing";
    }

    /** Says something once, on the page that comes next. */
    public Screen told(String key, Object... values) {
        request.getSession().setAttribute("told", texts.say(key, values));
        return this;
    }
}
