package com.company.erp.masterdata.party;

import com.company.erp.platform.tenancy.Scope;
import com.company.erp.platform.web.SearchText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds parties by what people remember of them, also mistyped. The database function party_search compares trigrams of
 * what both sides are in the form of {@link SearchText}.
 */
@Component
class PartySearch {

    private static final int TEXT_CHARS_MAX = 4000;
    private static final int LIKE_MAX = 10;

    private final JdbcClient jdbc;

    PartySearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All that a party is found by. */
    static String textOf(Party party) {
        Stream<@Nullable String> addresses =
                party.addresses().stream().flatMap(a -> Stream.of(a.city(), a.postalCode(), a.addressee()));
        Stream<@Nullable String> contacts = party.contacts().stream().flatMap(c -> Stream.of(c.name(), c.email()));
        Stream<@Nullable String> own = Stream.of(party.code(), party.name(), party.legalName(), party.taxId());
        String text = Stream.of(own, addresses, contacts)
                .flatMap(words -> words)
                .filter(word -> word != null)
                .collect(Collectors.joining(" "));
        return SearchText.of(text, TEXT_CHARS_MAX);
    }

    /** Parties with this tax number, then those of nearly this name; at most ten of each. */
    List<LikeParty> like(@Nullable String name, @Nullable String taxId) {
        Map<PartyId, LikeParty> found = new LinkedHashMap<>();
        if (taxId != null) withTaxId(taxId).forEach(party -> found.putIfAbsent(party.id(), party));
        if (name != null) withNameLike(name).forEach(party -> found.putIfAbsent(party.id(), party));
        return List.copyOf(found.values());
    }

    private List<LikeParty> withTaxId(String taxId) {
        return jdbc.sql("""
                        SELECT p.id, p.code, p.name, p.tax_id FROM parties p
                        WHERE p.company_id = :company AND p.tax_id = :taxId
                        ORDER BY p.code LIMIT :most""")
                .param("company", Scope.company().value())
                .param("taxId", taxId)
                .param("most", LIKE_MAX)
                .query((row, index) -> likeParty(row, LikeParty.Reason.SAME_TAX_ID))
                .list();
    }

    private List<LikeParty> withNameLike(String name) {
        return jdbc.sql("""
                        SELECT p.id, p.code, p.name, p.tax_id
                        FROM party_search(:query) s JOIN parties p ON p.company_id = :company AND p.id = s.id
                        WHERE similarity(lower(p.name), lower(:name)) >= 0.6
                           OR similarity(lower(p.legal_name), lower(:name)) >= 0.6
                        ORDER BY s.relevance DESC, p.code LIMIT :most""")
                .param("company", Scope.company().value())
                .param("query", SearchText.ofQuery(name))
                .param("name", name)
                .param("most", LIKE_MAX)
                .query((row, index) -> likeParty(row, LikeParty.Reason.SIMILAR_NAME))
                .list();
    }

    private static LikeParty likeParty(ResultSet row, LikeParty.Reason reason) throws SQLException {
        PartyId id = new PartyId(row.getObject("id", UUID.class));
        return new LikeParty(id, row.getString("code"), row.getString("name"), row.getString("tax_id"), reason);
    }
}
