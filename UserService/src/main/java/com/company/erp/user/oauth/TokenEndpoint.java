package com.company.erp.user.oauth;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The token endpoint of OAuth 2.1 for the grant of client credentials (RFC 6749, 4.4, errors as of 5.2): what libraries
 * of other systems speak by themselves. The id of the client is that of an API key, its secret is the key. No REST
 * controller of the house, since the RFC says how it asks and refuses, and that what it does not know is passed over.
 */
@Controller
class TokenEndpoint {

    private static final String BASIC = "Basic ";

    private final ClientCredentials credentials;

    TokenEndpoint(ClientCredentials credentials) {
        this.credentials = credentials;
    }

    private record Client(String id, String secret) {

        @Override
        public String toString() {
            return "Client[" + id + "]";
        }
    }

    @PostMapping(path = "/oauth/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> token(
            @RequestParam MultiValueMap<String, String> form,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, required = false) @Nullable String authorization,
            HttpServletRequest request) {
        if (request.getQueryString() != null) return refused("invalid_request", "Send parameters in the body only.");
        if (form.values().stream().anyMatch(values -> values.size() > 1)) {
            return refused("invalid_request", "A parameter is given more than once.");
        }
        String grant = form.getFirst("grant_type");
        if (grant == null || grant.isBlank()) return refused("invalid_request", "The parameter grant_type is missing.");
        if (authorization != null && form.containsKey("client_secret")) {
            return refused("invalid_request", "Send the secret in one way only.");
        }
        Client client = authorization == null ? byForm(form) : byHeader(authorization);
        if (client == null) return unknownClient();
        ClientCredentials.Issued issued = credentials.issue(client.id, client.secret, request.getRemoteAddr());
        if (issued == null) return unknownClient();
        if (!grant.equals("client_credentials")) {
            return refused("unsupported_grant_type", "The grant is client_credentials.");
        }
        String scope = form.getFirst("scope");
        if (scope != null && !scope.isBlank()) {
            return refused("invalid_scope", "A token may do what its key may; there are no scopes.");
        }
        var answer = new LinkedHashMap<String, Object>();
        answer.put("access_token", issued.token());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", issued.seconds());
        return unkept(HttpStatus.OK).body(answer);
    }

    private static @Nullable Client byForm(MultiValueMap<String, String> form) {
        String id = form.getFirst("client_id");
        String secret = form.getFirst("client_secret");
        return id == null || secret == null ? null : new Client(id, secret);
    }

    /** Both are encoded as in a form first (RFC 6749, 2.3.1). */
    private static @Nullable Client byHeader(String authorization) {
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) return null;
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            List<String> parts = List.of(new String(decoded, StandardCharsets.UTF_8).split(":", 2));
            if (parts.size() < 2) return null;
            return new Client(
                    URLDecoder.decode(parts.get(0), StandardCharsets.UTF_8),
                    URLDecoder.decode(parts.get(1), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static ResponseEntity<Map<String, Object>> unknownClient() {
        return unkept(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"erp\"")
                .body(error("invalid_client", "There is no such client, or its secret is wrong."));
    }

    private static ResponseEntity<Map<String, Object>> refused(String code, String why) {
        return unkept(HttpStatus.BAD_REQUEST).body(error(code, why));
    }

    private static Map<String, Object> error(String code, String why) {
        return Map.of("error", code, "error_description", why);
    }

    private static ResponseEntity.BodyBuilder unkept(HttpStatus status) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.PRAGMA, "no-cache");
    }
}
