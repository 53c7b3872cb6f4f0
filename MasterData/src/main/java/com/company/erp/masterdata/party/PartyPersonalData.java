package com.company.erp.masterdata.party;

import com.company.erp.kernel.NotFound;
import com.company.erp.platform.privacy.PersonalColumns;
import com.company.erp.platform.privacy.PersonalColumns.Kept;
import com.company.erp.platform.privacy.PersonalColumns.Whose;
import com.company.erp.platform.privacy.PersonalRecords;
import com.company.erp.platform.tenancy.Scope;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of parties, who may be living persons or speak through one. */
@Configuration(proxyBeanMethods = false)
class PartyPersonalData {

    @Bean
    PersonalColumns columnsOfParties() {
        return PersonalColumns.of(
                "parties",
                Whose.PARTY,
                Kept.UNTIL_ERASED,
                "name",
                "legal_name",
                "tax_id",
                "addresses",
                "contacts",
                "notes",
                "search_text",
                "sort_name");
    }

    @Bean
    PersonalRecords recordsOfParties(Parties parties, JdbcClient jdbc) {
        return new PersonalRecords() {
            @Override
            public String resource() {
                return "parties";
            }

            @Override
            public List<Part> collect(UUID subject) {
                return List.of(new Part(
                        "party",
                        jdbc.sql("""
                                SELECT code, name, legal_name AS "legalName", tax_id AS "taxId", country, language, notes,
                                       addresses::text AS addresses, contacts::text AS contacts
                                FROM parties WHERE company_id = :company AND id = :id""")
                                .param("company", Scope.company().value())
                                .param("id", subject)
                                .query()
                                .listOfRows()));
            }

            @Override
            public List<Remainder> erase(UUID subject) {
                Party party = parties.findById(subject)
                        .orElseThrow(() -> new NotFound("record.unknown", "There is no such record."));
                party.erase();
                parties.saveAndFlush(party);
                return List.of();
            }
        };
    }
}
