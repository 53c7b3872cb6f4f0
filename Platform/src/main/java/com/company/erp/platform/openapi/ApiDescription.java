package com.company.erp.platform.openapi;

import com.company.erp.kernel.Id;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.extractor.MethodParameterPojoExtractor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static final String BEARER = "bearer";
    private static final String MACHINES = "machines";

    private static final String ABOUT = """
            JSON over HTTP. Sign in at /api/auth/login and send the access token as `Authorization: Bearer …`.
            Errors are problem documents (RFC 9457) with a stable `code`; each operation lists its own in `x-errors`,
            and any operation may answer one of the document's `x-errors`. Money is an amount as text with its
            currency. Lists are read page by page: pass `next` as `after`. PUT and DELETE need If-Match with the ETag.
            A POST may be repeated safely with the same Idempotency-Key.""";

    static {
        // Otherwise their insides become query parameters.
        MethodParameterPojoExtractor.addSimpleTypes(Currency.class, BigDecimal.class);
        MethodParameterPojoExtractor.addSimpleTypePredicate(Id.class::isAssignableFrom);
    }

    @Bean
    OpenAPI openApi() {
        var scheme = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT");
        var api = new OpenAPI()
                .info(new Info()
                        .title("ERP")
                        .version("1.0.0")
                        .description(ABOUT)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .components(
                        new Components().addSecuritySchemes(BEARER, scheme).addSecuritySchemes(MACHINES, machines()))
                .security(List.of(
                        new SecurityRequirement().addList(BEARER), new SecurityRequirement().addList(MACHINES)));
        api.addExtension("x-errors", GenericErrors.CODES);
        return api;
    }

    private static SecurityScheme machines() {
        var flow = new OAuthFlow().tokenUrl("/oauth/token").scopes(new Scopes());
        return new SecurityScheme()
                .type(SecurityScheme.Type.OAUTH2)
                .description("The id of an API key and its secret, for an access token of some minutes.")
                .flows(new OAuthFlows().clientCredentials(flow));
    }

    @Bean
    ModelConverter houseTypes() {
        return new HouseTypes();
    }

    @Bean
    GlobalOperationCustomizer doorNotes() {
        return new DoorNotes();
    }

    @Bean
    GlobalOpenApiCustomizer examples() {
        return new Examples();
    }
}
