package com.company.erp.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration must not do while the version before it still serves (docs/operations/upgrade.md): take away or rename
 * what that version reads, demand what it does not write, or lock a table for longer than a moment.
 */
final class MigrationLint {

    private record Rule(Pattern refused, String reason) {}

    private static final String TABLE = "(?:IF (?:NOT )?EXISTS )?(?:ONLY )?(\\w+)";

    /** Of any table, view or function. */
    private static final List<Rule> ALWAYS = List.of(
            rule("^DROP TABLE|^ALTER TABLE .*\\bDROP (COLUMN|TABLE)", "takes away what the version before still reads"),
            rule("^ALTER .*\\bRENAME\\b", "renames what the version before still knows by its name"),
            rule("^(VACUUM FULL|CLUSTER|TRUNCATE|LOCK)\\b|^REINDEX (?!.*CONCURRENTLY)", "locks a table for long"));

    /** Of a table that was there before the migration. */
    private static final List<Rule> OF_TABLES_IN_USE = List.of(
            rule("^ALTER TABLE .*\\bALTER (COLUMN )?\\w+ (SET DATA )?TYPE\\b", "rewrites the table under a lock"),
            rule("^ALTER TABLE .*\\bSET NOT NULL", "demands what the version before may not write"),
            rule(
                    "^ALTER TABLE .*?\\bADD (COLUMN )?(?!CONSTRAINT|CHECK)(?!.*\\bDEFAULT\\b).*\\bNOT NULL",
                    "demands what the version before does not write: a column NOT NULL needs a DEFAULT"),
            rule(
                    "^ALTER TABLE .*\\bADD (CONSTRAINT \\w+ )?(CHECK|FOREIGN KEY)\\b(?!.*\\bNOT VALID)",
                    "reads the table under a lock: add it NOT VALID, and validate it in a migration of its own"),
            rule(
                    "^ALTER TABLE .*\\bADD (CONSTRAINT \\w+ )?(UNIQUE|PRIMARY KEY|EXCLUDE)\\b(?!.*USING INDEX)",
                    "builds an index under a lock: CREATE UNIQUE INDEX CONCURRENTLY first"),
            rule(
                    "^CREATE (UNIQUE )?INDEX (?!CONCURRENTLY)",
                    "keeps writers waiting: CREATE INDEX CONCURRENTLY, in a migration of its own"));

    private static final Pattern CHANGE = Pattern.compile("(ALTER TABLE " + TABLE.replace("(\\w+)", "\\w+") + " )(.*)");
    private static final String NEXT_CHANGE = ", (?=ADD |DROP |ALTER |RENAME |VALIDATE |SET |ENABLE |DISABLE )";
    private static final Pattern CREATED = Pattern.compile("^CREATE (?:UNLOGGED )?TABLE " + TABLE);
    private static final Pattern ALTERED = Pattern.compile("^ALTER TABLE " + TABLE);
    private static final Pattern INDEXED = Pattern.compile("^CREATE .*INDEX .*? ON " + TABLE);
    private static final Pattern WRITTEN = Pattern.compile("^(?:UPDATE|DELETE FROM) (?:ONLY )?(\\w+)");

    private MigrationLint() {}

    private static Rule rule(String refused, String reason) {
        return new Rule(Pattern.compile(refused), reason);
    }

    /** The reasons, each with the statement that it is about; none for a migration that may roll. */
    static List<String> faults(String migration) {
        var faults = new ArrayList<String>();
        Set<String> created = new HashSet<>();
        Set<String> locked = new HashSet<>();
        for (String statement : statements(migration)) {
            group(CREATED, statement, created);
            String table = tableOf(statement);
            check(ALWAYS, statement, faults);
            if (!created.contains(table)) check(OF_TABLES_IN_USE, statement, faults);
            Set<String> written = new HashSet<>();
            group(WRITTEN, statement, written);
            if (written.stream().anyMatch(locked::contains)) {
                faults.add("fills a table that it has locked: into a migration of its own: " + statement);
            }
            if (!created.contains(table)) group(ALTERED, statement, locked);
        }
        return faults;
    }

    private static void check(List<Rule> rules, String statement, List<String> faults) {
        for (Rule rule : rules) {
            if (rule.refused.matcher(statement).find()) faults.add(rule.reason + ": " + statement);
        }
    }

    private static String tableOf(String statement) {
        for (Pattern pattern : List.of(ALTERED, INDEXED)) {
            Matcher found = pattern.matcher(statement);
            if (found.find()) return found.group(1);
        }
        return "";
    }

    private static void group(Pattern pattern, String statement, Set<String> into) {
        Matcher found = pattern.matcher(statement);
        if (found.find()) into.add(found.group(1));
    }

    /** In capitals, with single blanks, without comments, texts and bodies of functions; each change of a table by itself. */
    private static List<String> statements(String migration) {
        String plain = migration
                .replaceAll("(?s)\\$(\\w*)\\$.*?\\$\\1\\$", "''")
                .replaceAll("--[^\\n]*", "")
                .replaceAll("'[^']*'", "''")
                .toUpperCase(Locale.ROOT);
        var statements = new ArrayList<String>();
        for (String statement : plain.split(";")) {
            String line = statement.replaceAll("\\s+", " ").strip();
            Matcher change = CHANGE.matcher(line);
            if (change.matches()) {
                for (String one : change.group(2).split(NEXT_CHANGE)) statements.add(change.group(1) + one);
            } else if (!line.isEmpty()) {
                statements.add(line);
            }
        }
        return statements;
    }
}
