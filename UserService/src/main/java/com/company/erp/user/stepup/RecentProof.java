package com.company.erp.user.stepup;

import com.company.erp.kernel.Actor;
import com.company.erp.kernel.Forbidden;
import com.company.erp.platform.access.Freshness;
import com.company.erp.platform.tenancy.Scope;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When whoever acts has last proved that it is he: as his session began, or by a step up since then. Who came by an
 * identity provider proved it there, which may be long before that sent him here.
 */
@Component
@EnableConfigurationProperties(StepUpProperties.class)
class RecentProof implements Freshness {

    private final JdbcClient jdbc;
    private final StepUpProperties properties;

    RecentProof(JdbcClient jdbc, StepUpProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    @Override
    public void require() {
        Actor actor = Scope.actor();
        boolean isMachine = actor.session().equals(actor.person().id().value());
        if (isMachine || isFresh(actor)) return;
        throw new Forbidden(
                "access.step_up",
                "Prove first that it is you: send a code of your second factor, or without one your password, to"
                        + " /api/auth/step-up, and try again.");
    }

    private boolean isFresh(Actor actor) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM sessions WHERE id = :session
                                       AND coalesce(proven_at, CASE WHEN provider_id IS NULL THEN started_at
                                                               ELSE authenticated_at END)
                                           > clock_timestamp() - :seconds * interval '1 second')""")
                .param("session", actor.session())
                .param("seconds", properties.within().toSeconds())
                .query(Boolean.class)
                .single();
    }
}
