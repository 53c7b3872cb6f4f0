package com.company.erp.web;

import static java.util.Map.entry;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.company.erp.finance.statement.StatementLine;
import com.company.erp.platform.web.ExportFormat;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaEnumConstant;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word that a page shows is there in all five languages. */
class WordsTest {

    private static final Path SOURCES = Path.of("..", "WebUI", "src", "main");
    private static final Path BUNDLES = SOURCES.resolve("resources/web");
    private static final List<String> OTHERS = List.of("_de", "_fr", "_es", "_ar");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)[^}]*}");

    private static final String REFUSED = "error.";
    private static final Pattern REFUSAL =
            Pattern.compile("new (?:Forbidden|InvalidInput|NotFound|Overloaded|RuleViolation"
                    + "|StaleDocument|TooManyAttempts|Unauthenticated|FieldProblem)"
                    + "\\(\\s*(?:[^\",;]*,|\"[^\"]*\",)?\\s*\"([a-z_]+\\.[a-z_0-9]+)\"");

    /** Mistakes in requests that no page makes. */
    private static final Set<String> OF_PROGRAMS = Set.of(
            "after.range",
            "cursor.malformed",
            "id.malformed",
            "idempotency.key",
            "idempotency.reused",
            "instant.malformed",
            "limit.range",
            "parameter.malformed",
            "parameter.missing",
            "parameter.repeated",
            "parameter.unknown",
            "request.invalid",
            "sort.unknown",
            "token.invalid");

    private static final Set<String> NEVER_SHOWN =
            Set.of(StatementLine.Kind.class.getName(), ExportFormat.class.getName());

    /** What a page declares in Java, and the words that it needs then. */
    private static final Map<String, List<String>> DECLARED = Map.ofEntries(
            entry(
                    "(?:Field\\.\\w+|\\.(?:link|text|date|number|price|money|status|yesNo|fact|total|choice|figures))",
                    List.of("field.%s")),
            entry("ListPage\\.(?:<\\w+>)?of", List.of("list.%s.title", "list.%s.empty")),
            entry("Report\\.(?:of|about)", List.of("menu.%s")),
            entry("Form\\.of", List.of("form.%s.title", "form.%s.submit")),
            entry("\\.section", List.of("section.%s")),
            entry("\\.(?:step|form|grave)", List.of("step.%s")),
            entry("\\.grave", List.of("ask.%s")),
            entry("\\.each", List.of("chosen.%s", "ask.chosen.%s", "told.chosen.%s")),
            entry("\\.file", List.of("chosen.%s")),
            entry("Document\\.of", List.of("document.%s")),
            entry("new Item", List.of("menu.%s", "help.%s")),
            entry("new Section", List.of("menu.%s")),
            entry("\\.table", List.of("table.%s")));

    @Test
    void every_language_has_the_words_of_english_with_the_same_places_for_values() {
        Map<String, String> english = words("");
        for (String language : OTHERS) {
            Map<String, String> words = words(language);
            assertThat(words.keySet()).as(language).containsAll(english.keySet());
            assertThat(words.keySet())
                    .as(language)
                    .filteredOn(key -> !key.startsWith(REFUSED))
                    .allMatch(english::containsKey);
            english.forEach((key, text) ->
                    assertThat(places(words.get(key))).as(key + language).isEqualTo(places(text)));
        }
    }

    /** In English it is what the door says. */
    @Test
    void what_a_door_refuses_has_words_in_every_other_language() {
        Set<String> refused = files(Path.of(".."), ".java").stream()
                .filter(file -> file.toString().contains("/src/main/"))
                .flatMap(file -> matches(REFUSAL, file))
                .map(match -> match.group(1))
                .filter(code -> !OF_PROGRAMS.contains(code))
                .collect(toCollection(TreeSet::new));
        assertThat(refused).contains("attachment.retained", "file.infected", "invoice.not_draft");
        for (String language : OTHERS) {
            Map<String, String> words = words(language);
            assertThat(refused).as(language).allMatch(code -> words.containsKey(REFUSED + code));
        }
    }

    /** A straight apostrophe quotes what follows it, and then a place shows its number instead of its value. */
    @Test
    void no_word_is_empty_or_hides_its_places_behind_an_apostrophe() {
        Stream.concat(Stream.of(""), OTHERS.stream())
                .forEach(language -> words(language).forEach((key, text) -> {
                    assertThat(text).as(key + language).isNotBlank();
                    if (!places(text).isEmpty())
                        assertThat(text).as(key + language).doesNotContain("'");
                }));
    }

    @Test
    void what_templates_and_pages_declare_has_words() {
        var needed = new TreeSet<String>();
        Pattern named = Pattern.compile("#\\{([a-z][\\w.-]+)");
        files(SOURCES.resolve("resources/templates"), ".html")
                .forEach(file -> matches(named, file).forEach(match -> needed.add(match.group(1))));
        List<Path> pages = files(SOURCES.resolve("java"), ".java");
        DECLARED.forEach((declaration, keys) -> {
            Pattern pattern = Pattern.compile("(?<![\\w\"])" + declaration + "\\(\\s*\"([\\w.\\[\\]-]+)\"");
            for (Path page : pages) {
                matches(pattern, page).forEach(match -> keys.forEach(key -> needed.add(key.formatted(last(match)))));
            }
        });
        needed.removeAll(words("").keySet());
        assertThat(needed).isEmpty();
    }

    private static String last(MatchResult declaration) {
        String path = declaration.group(1).replaceAll("\\[\\d*]$", "");
        return path.substring(path.lastIndexOf('.') + 1);
    }

    @Test
    void every_constant_that_a_page_can_show_has_a_word() {
        var house = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.company.erp");
        Set<String> missing = house.stream()
                .filter(page -> page.getPackageName().startsWith("com.company.erp.web"))
                .flatMap(WordsTest::met)
                .filter(met -> met.isEnum() && met.getPackageName().startsWith("com.company.erp"))
                .filter(met -> !met.getPackageName().startsWith("com.company.erp.web.pattern"))
                .filter(met -> !NEVER_SHOWN.contains(met.getName()))
                .flatMap(WordsTest::constants)
                .map(constant -> "word." + constant)
                .collect(toCollection(TreeSet::new));
        missing.removeAll(words("").keySet());
        assertThat(missing).isEmpty();
    }

    private static Stream<JavaClass> met(JavaClass page) {
        return Stream.concat(
                page.getDirectDependenciesFromSelf().stream().map(Dependency::getTargetClass),
                page.getCodeUnitAccessesFromSelf().stream()
                        .map(access -> access.getTarget().getRawReturnType()));
    }

    private static Stream<String> constants(JavaClass shown) {
        return shown.getEnumConstants().stream().map(JavaEnumConstant::name);
    }

    private static Set<String> places(String text) {
        return PLACEHOLDER.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> words(String language) {
        var words = new TreeMap<String, String>();
        var twice = new ArrayList<String>();
        for (String line :
                text(BUNDLES.resolve("messages" + language + ".properties")).split("\n")) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] parts = line.split(" = ", 2);
            if (words.put(parts[0], parts.length == 2 ? parts[1] : "") != null) twice.add(parts[0]);
        }
        assertThat(twice).as("words that stand twice in messages" + language).isEmpty();
        return words;
    }

    private static Stream<MatchResult> matches(Pattern pattern, Path file) {
        return pattern.matcher(text(file)).results();
    }

    private static List<Path> files(Path folder, String suffix) {
        try (var found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(suffix)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
