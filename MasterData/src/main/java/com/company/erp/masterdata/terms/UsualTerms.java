package com.company.erp.masterdata.terms;

import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.Uuid7;
import com.company.erp.masterdata.company.CompanyFounded;
import com.company.erp.platform.audit.AuditLog;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives each new company a few payment terms to begin with; it may change or delete them. */
@Component
class UsualTerms {

    private static final List<PaymentTermsDraft> USUAL = List.of(
            new PaymentTermsDraft("NOW", "Due at once", PaymentTerms.net(0)),
            new PaymentTermsDraft("NET14", "14 days net", PaymentTerms.net(14)),
            new PaymentTermsDraft("NET30", "30 days net", PaymentTerms.net(30)),
            new PaymentTermsDraft(
                    "2-10-NET30",
                    "10 days 2 % discount, 30 days net",
                    PaymentTerms.net(30).withDiscount("2", 10)),
            new PaymentTermsDraft(
                    "EOM30", "30 days after the end of the month", PaymentTerms.due(DueRule.endOfMonth(30))));

    private final JdbcClient jdbc;
    private final AuditLog audit;
    private final ObjectMapper json;

    UsualTerms(JdbcClient jdbc, AuditLog audit, ObjectMapper json) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.json = json;
    }

    @EventListener
    void give(CompanyFounded founded) {
        for (PaymentTermsDraft draft : USUAL) {
            UUID id = Uuid7.next();
            jdbc.sql("""
                            INSERT INTO payment_terms (company_id, id, version, code, name, terms, active)
                            VALUES (:company, :id, 0, :code, :name, :terms::jsonb, true)""")
                    .param("company", founded.company().value())
                    .param("id", id)
                    .param("code", draft.code())
                    .param("name", draft.name())
                    .param("terms", text(draft.terms()))
                    .update();
            DocumentRef ref = new DocumentRef("named_terms", id);
            audit.record(ref, "create", Map.of("code", draft.code(), "name", draft.name()));
        }
    }

    private String text(PaymentTerms terms) {
        try {
            return json.writeValueAsString(terms);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Payment terms have no JSON form.", e);
        }
    }
}
