package com.company.erp.finance.numbering;

import com.company.erp.kernel.InvalidInput;
import com.company.erp.platform.tenancy.CompanyRecord;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.regex.Pattern;

/** A journal: one kind of entry, numbered by one pattern, in one series for each fiscal year. */
@Entity
@Table(name = "journals")
class Journal extends CompanyRecord {

    private static final Pattern SENSIBLE = Pattern.compile(
            "[A-Za-z0-9/._ -]{0,20}\\{year}[A-Za-z0-9/._ -]{0,10}\\{number(:[1-9])?}[A-Za-z0-9/._ -]{0,10}");

    @Enumerated(EnumType.STRING)
    private JournalKind kind;

    private String name;
    private String pattern;
    private boolean ascending;

    @SuppressWarnings("NullAway.Init")
    protected Journal() {}

    Journal(JournalKind kind) {
        this.kind = kind;
        this.name = kind.title();
        this.pattern = kind.pattern();
    }

    /** Numbers given already stay as they are; the next one follows the new pattern. */
    void number(String newName, String newPattern, boolean datesAscend) {
        if (!SENSIBLE.matcher(newPattern).matches()) {
            throw new InvalidInput(
                    "pattern",
                    "journal.pattern",
                    "A pattern holds {year} and then {number} or {number:5}, such as INV-{year}-{number:5}.");
        }
        this.name = newName;
        this.pattern = newPattern;
        this.ascending = datesAscend;
    }

    JournalView view() {
        return new JournalView(kind, name, pattern, ascending, version());
    }
}
