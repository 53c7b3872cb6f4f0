package com.company.erp.assembly.security;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.ErpException;
import com.company.erp.platform.tenancy.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/**
 * Shows the actuator to programs on this machine or in a network named for it, such as a monitoring agent, and to users
 * with the permission for it. A request that a proxy passes on is none of these, whatever it says of its origin.
 */
@Component
@EnableConfigurationProperties(WatchProperties.class)
class ActuatorAccess implements AuthorizationManager<RequestAuthorizationContext> {

    private static final Set<String> NAMES_OF_THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    private final SystemWatch watch;
    private final WatchProperties properties;

    ActuatorAccess(SystemWatch watch, WatchProperties properties) {
        this.watch = watch;
        this.properties = properties;
    }

    @Override
    public AuthorizationDecision check(Supplier<Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        boolean near = request.getAttribute(DirectMark.ATTRIBUTE) != null
                && (isLocal(request) || isInNamedNetwork(request.getRemoteAddr()));
        return new AuthorizationDecision(near || mayWatch(authentication.get()));
    }

    private static boolean isLocal(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr()) && NAMES_OF_THIS_MACHINE.contains(request.getServerName());
    }

    private boolean isInNamedNetwork(String address) {
        return properties.networks().stream().anyMatch(network -> network.matches(address));
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean mayWatch(@Nullable Authentication authentication) {
        Actor actor = Proof.actor(authentication);
        if (actor == null) return false;
        try {
            Scope.run(actor, watch::enter);
            return true;
        } catch (ErpException e) {
            return false;
        }
    }
}
