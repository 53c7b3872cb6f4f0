package com.company.erp.document.press;

import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.cache.AlwaysValidCacheEntryValidity;
import org.thymeleaf.cache.ICacheEntryValidity;
import org.thymeleaf.cache.NonCacheableCacheEntryValidity;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.messageresolver.IMessageResolver;
import org.thymeleaf.standard.StandardDialect;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractTemplateResolver;
import org.thymeleaf.templateresource.ClassLoaderTemplateResource;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

/**
 * Fills templates. They know the sheet, the style, the words of their language ({@code #{…}}) and the fragments of
 * {@code parts}; there is no way from them to files, classes or other templates.
 */
final class Templates {

    private static final String FOLDER = "print/";
    private static final String SUFFIX = ".html";
    private static final Set<String> FRAGMENTS = Set.of("parts");
    private static final String GIVEN = "given";

    private final TemplateEngine engine = new TemplateEngine();
    private final String style;

    Templates(String style) {
        this.style = style;
        var dialect = new StandardDialect();
        dialect.setVariableExpressionEvaluator(new PlainExpressions());
        engine.setDialect(dialect);
        engine.setTemplateResolver(new Shelf());
        engine.setMessageResolver(new Dictionary());
    }

    /** @param given a template in place of the one of that name */
    String fill(String template, @Nullable String given, Sheet sheet) {
        Locale language = sheet.words().language();
        Map<String, Object> known = Map.of("sheet", sheet, "style", style, Effort.VARIABLE, new Effort());
        var filled = new Effort.Output();
        var spec = given == null
                ? new TemplateSpec(template, TemplateMode.HTML)
                : new TemplateSpec(template, null, TemplateMode.HTML, Map.of(GIVEN, given));
        engine.process(spec, new Context(language, known), filled);
        return filled.toString();
    }

    /** The house's own templates, and the one that was given. */
    private static final class Shelf extends AbstractTemplateResolver {

        private static @Nullable String given(@Nullable String owner, @Nullable Map<String, Object> attributes) {
            return owner == null && attributes != null ? (String) attributes.get(GIVEN) : null;
        }

        @Override
        protected @Nullable ITemplateResource computeTemplateResource(
                IEngineConfiguration configuration,
                @Nullable String owner,
                String name,
                @Nullable Map<String, Object> attributes) {
            String given = given(owner, attributes);
            if (given != null) return new StringTemplateResource(given);
            if (owner != null && !FRAGMENTS.contains(name)) {
                throw new TemplateProcessingException("Fragments are those of parts, and there is no \"" + name + "\"");
            }
            return new ClassLoaderTemplateResource(Templates.class.getClassLoader(), FOLDER + name + SUFFIX, "UTF-8");
        }

        @Override
        protected TemplateMode computeTemplateMode(
                IEngineConfiguration configuration,
                @Nullable String owner,
                String name,
                @Nullable Map<String, Object> attributes) {
            return TemplateMode.HTML;
        }

        @Override
        protected ICacheEntryValidity computeValidity(
                IEngineConfiguration configuration,
                @Nullable String owner,
                String name,
                @Nullable Map<String, Object> attributes) {
            return given(owner, attributes) == null
                    ? AlwaysValidCacheEntryValidity.INSTANCE
                    : NonCacheableCacheEntryValidity.INSTANCE;
        }
    }

    /** The words of the paper's language. */
    private static final class Dictionary implements IMessageResolver {
        @Override
        public String getName() {
            return "words";
        }

        @Override
        public Integer getOrder() {
            return 1;
        }

        @Override
        public String resolveMessage(
                ITemplateContext context,
                @Nullable Class<?> origin,
                String key,
                @Nullable Object @Nullable [] parameters) {
            Sheet sheet = (Sheet) context.getVariable("sheet");
            try {
                return parameters == null || parameters.length == 0
                        ? sheet.words().word(key)
                        : sheet.words().word(key, parameters);
            } catch (MissingResourceException unknown) {
                throw new TemplateProcessingException("There is no word for \"" + key + "\"");
            }
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context,
                @Nullable Class<?> origin,
                String key,
                @Nullable Object @Nullable [] parameters) {
            return key;
        }
    }
}
