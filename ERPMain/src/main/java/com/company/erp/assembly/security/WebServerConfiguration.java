package com.company.erp.assembly.security;

import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Valve;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** How the web server stands: where the paths begin, and which requests are from this machine. */
@Configuration(proxyBeanMethods = false)
class WebServerConfiguration {

    private static final String OUR_OWN_PREFIX = "/api";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> webServer(ServerProperties properties) {
        return new Customizer(properties);
    }

    /** Comes after Spring Boot's own customizers, whose order is 0. */
    private record Customizer(ServerProperties properties)
            implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            // The paths begin with /api already; the operations guide sets it as the context path, too.
            if (OUR_OWN_PREFIX.equals(properties.getServlet().getContextPath())) factory.setContextPath("");
            List<Valve> valves = new ArrayList<>(factory.getEngineValves());
            valves.addFirst(new DirectMark());
            factory.setEngineValves(valves);
        }

        @Override
        public int getOrder() {
            return 1;
        }
    }
}
