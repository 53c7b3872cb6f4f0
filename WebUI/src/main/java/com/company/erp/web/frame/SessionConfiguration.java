package com.company.erp.web.frame;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.data.redis.serializer.SerializationException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.data.redis.RedisSessionMapper;
import org.springframework.session.data.redis.RedisSessionRepository;

/** How sessions lie in Redis: as plain text, so that nothing that is read there can become an object of its choice. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SessionProperties.class)
class SessionConfiguration {

    @Bean
    RedisSerializer<Object> springSessionDefaultRedisSerializer() {
        return new PlainValues();
    }

    /** What a request still writes of a session that another one has ended meanwhile is no session, and goes. */
    @Bean
    SessionRepositoryCustomizer<RedisSessionRepository> endedSessionsStayEnded() {
        var mapper = new RedisSessionMapper();
        return sessions -> sessions.setRedisSessionMapper(
                (id, entries) -> entries.containsKey("creationTime") ? mapper.apply(id, entries) : null);
    }

    /** A letter for the type, and the value: numbers are the session's own, texts are ours. */
    private static final class PlainValues implements RedisSerializer<Object> {

        @Override
        public byte[] serialize(@Nullable Object value) {
            String text = switch (value) {
                case null -> "";
                case Long number -> "L" + number;
                case Integer number -> "I" + number;
                case String words -> "S" + words;
                default -> throw new SerializationException("A session holds text only, no " + value.getClass());
            };
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public @Nullable Object deserialize(byte @Nullable [] bytes) {
            if (bytes == null || bytes.length == 0) return null;
            String text = new String(bytes, StandardCharsets.UTF_8);
            String value = text.substring(1);
            return switch (text.charAt(0)) {
                case 'L' -> Long.valueOf(value);
                case 'I' -> Integer.valueOf(value);
                case 'S' -> value;
                default -> throw new SerializationException("Not a value of a session.");
            };
        }
    }
}
