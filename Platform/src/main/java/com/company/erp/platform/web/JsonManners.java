package com.company.erp.platform.web;

import com.company.erp.kernel.Id;
import com.company.erp.kernel.InvalidInput;
import com.company.erp.kernel.Money;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How values look in JSON: ids and decimals as text, money as {@code {"amount": "119.00", "currency": "EUR"}}, text
 * without control characters. A decimal is read from text or from a whole number, never from a float, whose digits
 * would already be lost.
 */
final class JsonManners extends SimpleModule {

    @Serial
    private static final long serialVersionUID = 1L;

    /** Stands for the refused value in our own readers' refusals: their sentences are fit for callers. */
    static final Object OUR_WORDS = new Object();

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,20}(\\.\\d{1,12})?");

    JsonManners() {
        super("erp");
        addSerializer(
                Id.class,
                writer(Id.class, (id, json) -> json.writeString(id.value().toString())));
        addSerializer(BigDecimal.class, writer(BigDecimal.class, (n, json) -> json.writeString(n.toPlainString())));
        addSerializer(Money.class, writer(Money.class, JsonManners::writeMoney));
        addDeserializer(BigDecimal.class, new DecimalReader());
        addDeserializer(Money.class, new MoneyReader());
        addDeserializer(String.class, new TextReader());
        addDeserializer(Currency.class, new CurrencyReader());
        addDeserializer(LocalDate.class, new Dates());
    }

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        context.addDeserializers(new IdReaders());
    }

    private interface Writing<T> {
        void write(T value, JsonGenerator json) throws IOException;
    }

    private static <T> JsonSerializer<T> writer(Class<T> type, Writing<T> writing) {
        return new JsonSerializer<>() {
            @Override
            public Class<T> handledType() {
                return type;
            }

            @Override
            public void serialize(T value, JsonGenerator json, SerializerProvider provider) throws IOException {
                writing.write(value, json);
            }
        };
    }

    private static void writeMoney(Money money, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("amount", money.amount().toPlainString());
        json.writeStringField("currency", money.currency().getCurrencyCode());
        json.writeEndObject();
    }

    private static final class TextReader extends JsonDeserializer<String> {
        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (!parser.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, parser);
            }
            String text = parser.getText();
            if (PlainText.is(text)) return text;
            throw InvalidFormatException.from(parser, "Text holds a control character.", OUR_WORDS, String.class);
        }
    }

    private static final class DecimalReader extends JsonDeserializer<BigDecimal> {
        @Override
        public BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING) || parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                String text = parser.getText();
                if (text.length() <= 40 && DECIMAL.matcher(text).matches()) return new BigDecimal(text);
            }
            throw InvalidFormatException.from(
                    parser, "A decimal is written as text, such as \"12.50\".", OUR_WORDS, BigDecimal.class);
        }
    }

    private static final class CurrencyReader extends JsonDeserializer<Currency> {
        @Override
        public Currency deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            if (parser.hasToken(JsonToken.VALUE_STRING) && parser.getText().matches("[A-Z]{3}")) {
                try {
                    return Money.currency(parser.getText());
                } catch (InvalidInput e) {
                    throw InvalidFormatException.from(parser, e.getMessage(), OUR_WORDS, Currency.class);
                }
            }
            throw InvalidFormatException.from(parser, "A currency is an ISO 4217 code.", OUR_WORDS, Currency.class);
        }
    }

    private static final class MoneyReader extends JsonDeserializer<Money> {
        @Override
        public Money deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            JsonNode node = context.readTree(parser);
            JsonNode amount = node.get("amount");
            JsonNode currency = node.get("currency");
            if (node.size() != 2
                    || amount == null
                    || currency == null
                    || !amount.isTextual()
                    || !currency.isTextual()) {
                throw refused(parser, "Money is {\"amount\": \"119.00\", \"currency\": \"EUR\"}, the amount as text.");
            }
            String text = amount.textValue();
            if (text.length() > 40 || !DECIMAL.matcher(text).matches()) {
                throw refused(parser, "An amount is a decimal as text, such as \"119.00\".");
            }
            try {
                return Money.of(text, currency.textValue());
            } catch (InvalidInput e) {
                throw refused(parser, String.valueOf(e.getMessage()));
            }
        }

        private static InvalidFormatException refused(JsonParser parser, String why) {
            return InvalidFormatException.from(parser, why, OUR_WORDS, Money.class);
        }
    }

    /** Any record that implements Id is read from the text of its UUID. */
    private static final class IdReaders extends Deserializers.Base {
        @Override
        public @Nullable JsonDeserializer<?> findBeanDeserializer(
                com.fasterxml.jackson.databind.JavaType type,
                DeserializationConfig config,
                BeanDescription description) {
            Class<?> raw = type.getRawClass();
            return raw.isRecord() && Id.class.isAssignableFrom(raw) ? new IdReader(raw) : null;
        }
    }

    private static final class IdReader extends JsonDeserializer<Object> {
        private final Class<?> type;

        private IdReader(Class<?> type) {
            this.type = type;
        }

        @Override
        public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                UUID value = Id.parse(parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : "");
                return type.getDeclaredConstructor(UUID.class).newInstance(value);
            } catch (InvalidInput e) {
                throw InvalidFormatException.from(parser, e.getMessage(), OUR_WORDS, type);
            } catch (InstantiationException
                    | IllegalAccessException
                    | NoSuchMethodException
                    | InvocationTargetException e) {
                throw new IllegalStateException(type + " is not an id record.", e);
            }
        }
    }
}
