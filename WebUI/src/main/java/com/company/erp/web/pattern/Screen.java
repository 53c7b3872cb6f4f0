package com.company.erp.web.pattern;

import com.company.erp.kernel.ErpException;
import com.company.erp.kernel.FieldProblem;
import com.company.erp.kernel.Forbidden;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.StaleDocument;
import com.company.erp.kernel.Unauthenticated;
import com.company.erp.platform.web.ListTotals;
import com.company.erp.platform.web.Page;
import com.company.erp.platform.web.Versioned;
import com.company.erp.user.unfinished.UnfinishedForm;
import com.company.erp.user.unfinished.UnfinishedForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
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
    private final UnfinishedForms unfinished;
    private final LocalDate today;

    Screen(
            HttpServletRequest request,
            HttpServletResponse response,
            ModelMap model,
            Texts texts,
            FormReader forms,
            UnfinishedForms unfinished,
            LocalDate today) {
        this.request = request;
        this.response = response;
        this.model = model;
        this.texts = texts;
        this.forms = forms;
        this.unfinished = unfinished;
        this.today = today;
    }

    public Texts texts() {
        return texts;
    }

    /** The date in the company now. */
    public LocalDate today() {
        return today;
    }

    /** When a day begins in the company. */
    public Instant startOf(LocalDate day) {
        return texts.startOf(day);
    }

    public Address address() {
        return Address.of(request);
    }

    /** The page that led here, when its path begins so; a form hands it on as {@code back}. */
    public @Nullable String cameFrom(String path) {
        String given = request.getParameter("back");
        String page = given == null ? Address.cameFrom(request) : Address.ownPath(given);
        return page.startsWith(path) && !page.startsWith(request.getRequestURI()) ? page : null;
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

    /** What all rows of a list come to, for its foot. */
    public <T> String totals(ListPage<T> list, ListTotals totals) {
        return page("sum", list.sum(totals, texts));
    }

    /**
     * Takes a step with each of the chosen records, and goes back to the list, which tells with how many it worked and
     * why not with the others.
     *
     * @param told the key of the word that tells how many
     * @param href where a record stands
     */
    public <I> String each(@Nullable List<I> chosen, String told, Function<I, String> href, Consumer<I> step) {
        int taken = 0;
        var refusals = new ArrayList<String>();
        for (I record : chosen == null ? List.<I>of() : chosen) {
            try {
                step.accept(record);
                taken++;
            } catch (Forbidden | Unauthenticated e) {
                throw e;
            } catch (ErpException e) {
                refusals.add(href.apply(record) + "\t" + texts.problem(e));
            }
        }
        if (taken > 0) told(told, taken);
        if (!refusals.isEmpty()) request.getSession().setAttribute("refusals", String.join("\n", refusals));
        String back = request.getParameter("_back");
        return redirect(back == null ? "/" : Address.ownPath(back));
    }

    /** A file as its page shows it. */
    public String document(Document document, Preview preview) {
        model.addAttribute("preview", preview);
        return document(document);
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
        return open(form, version == null ? null : version.toString(), forms.values(form, shown, texts), labels);
    }

    /** A form with a few values to begin with. */
    public String begin(Form form, Map<String, String> values, Map<String, String> labels) {
        return open(form, null, values, labels);
    }

    /** Offers what was typed here before and not saved, or takes it up. */
    private String open(Form form, @Nullable String version, Map<String, String> values, Map<String, String> labels) {
        Optional<UnfinishedForm> kept = form.kept() ? unfinished.find(request.getRequestURI()) : Optional.empty();
        if (kept.isPresent() && request.getParameter("_resume") != null) {
            var typed = new LinkedHashMap<String, String[]>();
            kept.get().typed().forEach((name, given) -> typed.put(name, given.toArray(String[]::new)));
            String before = String.join("", typed.getOrDefault("_version", new String[0]));
            return show(view(form, before.isEmpty() ? version : before, FormReader.typed(typed), picked(typed)));
        }
        FormView view = view(form, version, values, labels);
        return show(kept.isPresent() ? view.since(texts.moment(kept.get().at())) : view);
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
        return submit(form, type, before, Map.of(), step);
    }

    /** @param labels what picked records of the record before are called, by path */
    public <R extends Record> String submit(
            Supplier<Form> form,
            Class<R> type,
            @Nullable Record before,
            Map<String, String> labels,
            Function<R, String> step) {
        Form shown = form.get();
        return answer(shown, type, before, labels, wanted -> {
            String next = step.apply(wanted);
            if (shown.kept()) unfinished.forget(request.getRequestURI());
            return redirect(next);
        });
    }

    /** Like {@link #submit}, and answers with a page of its own. */
    public <R extends Record> String answer(Form shown, Class<R> type, Function<R, String> step) {
        return answer(shown, type, null, Map.of(), step);
    }

    private <R extends Record> String answer(
            Form shown, Class<R> type, @Nullable Record before, Map<String, String> labels, Function<R, String> step) {
        try {
            return step.apply(read(shown, type, before));
        } catch (StaleDocument e) {
            if (!(before instanceof Versioned now)) return refused(shown, e);
            response.setStatus(422);
            return show(refusal(shown, e)
                    .different(
                            differences(shown, forms.values(shown, before, texts), labels),
                            String.valueOf(now.version())));
        } catch (ErpException e) {
            boolean isOver = e instanceof Unauthenticated && e.code().startsWith("session.");
            if (isOver || e instanceof Forbidden) throw e;
            return refused(shown, e);
        }
    }

    public <R extends Record> R read(Form form, Class<R> type, @Nullable Record before) {
        return forms.read(form, request.getParameterMap(), type, before, new Typed(texts.locale(), today));
    }

    private List<FormView.Difference> differences(Form form, Map<String, String> now, Map<String, String> labels) {
        var typed = FormReader.typed(request.getParameterMap());
        return new Differences(form, new Typed(texts.locale(), today), texts)
                .between(typed, picked(request.getParameterMap()), now, labels);
    }

    /** Shows what was typed again, with what is wrong. */
    public String refused(Form form, ErpException e) {
        response.setStatus(422);
        return show(refusal(form, e));
    }

    private FormView refusal(Form form, ErpException e) {
        var errors = new LinkedHashMap<String, String>();
        for (FieldProblem problem : e.problems()) errors.putIfAbsent(problem.field(), texts.problem(problem));
        String whole = e instanceof InvalidInput && !errors.isEmpty() ? texts.say("form.correct") : texts.problem(e);
        Map<String, String[]> typed = request.getParameterMap();
        return new FormView(
                form,
                request.getRequestURI(),
                request.getParameter("_version"),
                FormReader.typed(typed),
                picked(typed),
                errors,
                whole,
                List.of(),
                null);
    }

    /** What the reader saw in the fields that find records. */
    private static Map<String, String> picked(Map<String, String[]> typed) {
        var labels = new LinkedHashMap<String, String>();
        typed.forEach((name, values) -> {
            if (name.startsWith(FormReader.SEEN)) labels.put(name.substring(FormReader.SEEN.length()), values[0]);
        });
        return labels;
    }

    private FormView view(Form form, @Nullable String version, Map<String, String> values, Map<String, String> labels) {
        return new FormView(form, request.getRequestURI(), version, values, labels, Map.of(), null, List.of(), null);
    }

    private String show(FormView view) {
        model.addAttribute("view", view);
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
