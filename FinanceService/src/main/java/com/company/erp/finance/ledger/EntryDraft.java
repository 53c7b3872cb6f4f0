package com.company.erp.finance.ledger;

import com.company.erp.finance.numbering.JournalKind;
import com.company.erp.kernel.DocumentRef;
import com.company.erp.kernel.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry to be posted.
 *
 * @param reason why a person posts it, where one is asked for; lets those who may post into a soft-locked period
 * @param document the document that it books
 * @param reverses the entry that it takes back
 */
public record EntryDraft(
        EntryId id,
        JournalKind journal,
        LocalDate date,
        String text,
        @Nullable String reason,
        @Nullable DocumentRef document,
        @Nullable EntryId reverses,
        List<LineDraft> lines) {

    public EntryDraft {
        lines = List.copyOf(lines);
    }

    public EntryDraft(
            EntryId id,
            JournalKind journal,
            LocalDate date,
            String text,
            @Nullable DocumentRef document,
            List<LineDraft> lines) {
        this(id, journal, date, text, null, document, null, lines);
    }

    /**
     * At least two lines, and debits equal credits in the base currency.
     *
     * @throws RuleViolation entry.unbalanced
     */
    public void checkBalance() {
        if (lines.size() < 2) throw new RuleViolation("entry.unbalanced", "An entry has at least two lines.");
        BigDecimal difference =
                lines.stream().map(line -> line.base().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (difference.signum() == 0) return;
        throw new RuleViolation(
                "entry.unbalanced",
                "Debits and credits differ by " + difference.abs().toPlainString() + ".");
    }
}
