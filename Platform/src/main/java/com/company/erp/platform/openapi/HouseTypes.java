package com.company.erp.platform.openapi;

import com.company.erp.kernel.Id;
import com.company.erp.kernel.Money;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Our own types as they look in JSON, not as they are in Java. */
final class HouseTypes implements ModelConverter {

    private static final String DECIMAL = "-?\\d{1,20}(\\.\\d{1,12})?";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        Class<?> raw = java == null ? Object.class : java.getRawClass();
        if (Id.class.isAssignableFrom(raw)) return text("uuid", null, "0190163d-8694-739b-aea5-966c26f8ad91");
        if (raw == BigDecimal.class) return text(null, DECIMAL, "12.50");
        if (raw == Currency.class) return text(null, "[A-Z]{3}", "EUR");
        if (raw == Money.class) return money();
        return chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
    }

    private static Schema<?> text(@Nullable String format, @Nullable String pattern, String example) {
        var schema = new JsonSchema();
        schema.setType("string");
        schema.addType("string");
        schema.setFormat(format);
        schema.setPattern(pattern);
        schema.setExample(example);
        return schema;
    }

    private static Schema<?> money() {
        var schema = new JsonSchema();
        schema.setType("object");
        schema.addType("object");
        schema.addProperty("amount", text(null, DECIMAL, "119.00"));
        schema.addProperty("currency", text(null, "[A-Z]{3}", "EUR"));
        schema.setRequired(List.of("amount", "currency"));
        schema.setExample(Map.of("amount", "119.00", "currency", "EUR"));
        return schema;
    }
}
