package com.company.erp.assembly.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Marks requests that came without any forwarding header, before Tomcat reads such headers and removes them. Only these
 * can be from a program on this machine; the others a proxy has passed on.
 */
final class DirectMark extends ValveBase {

    static final String ATTRIBUTE = DirectMark.class.getName();

    private static final List<String> FORWARDED =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    DirectMark() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (FORWARDED.stream().allMatch(header -> request.getHeader(header) == null)) {
            request.setAttribute(ATTRIBUTE, true);
        }
        getNext().invoke(request, response);
    }
}
