package com.company.erp.assembly.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.server.ResponseStatusException;

/** Turns away addresses and methods that hide something, before the security chain compares them with its rules. */
@Configuration(proxyBeanMethods = false)
class Firewall {

    /** Names of parameters are not its affair: the API refuses all that an operation does not have. */
    @Bean
    HttpFirewall strictFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterNames(name -> true);
        firewall.setAllowedParameterValues(value -> true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected(Refusals refusals) {
        return (request, response, rejection) -> refusals.answer(
                request,
                response,
                new ResponseStatusException(HttpStatus.BAD_REQUEST, "The method or the address is not plain."));
    }
}
