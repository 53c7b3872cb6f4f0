package com.company.erp.assembly.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

class ActuatorAccessTest {

    private final ActuatorAccess access =
            new ActuatorAccess(new SystemWatch(), new WatchProperties(List.of(new IpAddressMatcher("10.1.2.0/24"))));

    @Test
    void a_program_in_a_named_network_may_watch_and_others_may_not() {
        assertThat(lets("10.1.2.77", "erp.example.com", true)).isTrue();
        assertThat(lets("10.1.3.77", "erp.example.com", true)).isFalse();
        assertThat(lets("127.0.0.1", "localhost", true)).isTrue();
        assertThat(lets("127.0.0.1", "erp.example.com", true)).isFalse();
    }

    @Test
    void what_a_proxy_passes_on_is_from_no_named_network() {
        assertThat(lets("10.1.2.77", "erp.example.com", false)).isFalse();
        assertThat(lets("127.0.0.1", "localhost", false)).isFalse();
    }

    private boolean lets(String address, String host, boolean direct) {
        var request = new MockHttpServletRequest("GET", "/actuator/prometheus");
        request.setRemoteAddr(address);
        request.setServerName(host);
        if (direct) request.setAttribute(DirectMark.ATTRIBUTE, true);
        return access.check(() -> null, new RequestAuthorizationContext(request))
                .isGranted();
    }
}
