package com.company.erp.assembly.security;

import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Valve;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How the web server stands: where the paths begin, which requests are from this machine, and what it encrypts. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RedirectProperties.class)
class WebServerConfiguration {

    private static final String OUR_OWN_PREFIX = "/api";
    private static final List<String> PROTOCOLS = List.of("TLSv1.2", "TLSv1.3");
    private static final List<String> CIPHERS = List.of(
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webServer(
            ServerProperties properties, RedirectProperties redirect) {
        return new Customizer(properties, redirect);
    }

    /** Comes after Spring Boot's own customizers, whose order is 0. */
    record Customizer(ServerProperties properties, RedirectProperties redirect)
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            // The paths begin with /api already; the operations guide sets it as the context path, too.
            if (OUR_OWN_PREFIX.equals(properties.getServlet().getContextPath())) factory.setContextPath("");
            List<Valve> valves = new ArrayList<>(factory.getEngineValves());
            valves.addFirst(new DirectMark());
            factory.setEngineValves(valves);
            if (Ssl.isEnabled(factory.getSsl())) encrypt(factory, factory.getSsl());
        }

        /** What the operator has set himself stays; a bundle (server.ssl.bundle) has options of its own. */
        private void encrypt(TomcatServletWebServerFactory factory, Ssl ssl) {
            if (ssl.getEnabledProtocols() == null) ssl.setEnabledProtocols(PROTOCOLS.toArray(String[]::new));
            if (ssl.getCiphers() == null) ssl.setCiphers(CIPHERS.toArray(String[]::new));
            factory.setProtocol(OrderedCiphers.class.getName());
            Integer plainPort = redirect.redirectPort();
            if (plainPort == null) return;
            factory.addAdditionalTomcatConnectors(plain(plainPort));
            List<Valve> valves = new ArrayList<>(factory.getEngineValves());
            valves.addFirst(new OnToHttps(plainPort, factory.getPort()));
            factory.setEngineValves(valves);
        }

        private Connector plain(int port) {
            var connector = new Connector();
            connector.setPort(port);
            if (properties.getAddress() != null) {
                connector.setProperty("address", properties.getAddress().getHostAddress());
            }
            return connector;
        }

        @Override
        public int getOrder() {
            return 1;
        }
    }
}
