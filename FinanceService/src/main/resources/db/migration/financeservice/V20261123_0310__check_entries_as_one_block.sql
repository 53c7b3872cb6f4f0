-- The lines of an entry are there before it and take no more afterwards, so its balance can be asked at once, for all
-- entries of a statement together, instead of one by one at the commit while others wait for the series. The inner
-- queries stay apart (LATERAL): a plan is kept for the session, and one made for a block of thousands must not read
-- whole tables for the single entry that comes next.

CREATE FUNCTION entries_are_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    SELECT n.number, l.lines, l.difference, l.dated INTO wrong
    FROM new_entries n
    CROSS JOIN LATERAL (
        SELECT count(*) AS lines, sum(l.debit - l.credit) AS difference, bool_and(l.entry_date = n.entry_date) AS dated
        FROM entry_lines l WHERE l.company_id = n.company_id AND l.entry_id = n.id) l
    WHERE l.lines < 2 OR l.difference <> 0 OR NOT l.dated
    LIMIT 1;
    IF NOT FOUND THEN
        RETURN NULL;
    END IF;
    IF wrong.lines < 2 OR wrong.difference <> 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'entry.unbalanced',
            DETAIL = format('Entry %s has %s lines, and debits minus credits are %s.', wrong.number, wrong.lines,
                            wrong.difference);
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'entry.misdated',
        DETAIL = format('A line of entry %s has another date.', wrong.number);
END $$;

DROP TRIGGER balanced ON entries;
DROP FUNCTION entry_is_balanced();
CREATE TRIGGER balanced AFTER INSERT ON entries REFERENCING NEW TABLE AS new_entries
    FOR EACH STATEMENT EXECUTE FUNCTION entries_are_balanced();

CREATE OR REPLACE FUNCTION entry_lines_come_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM new_lines n
    CROSS JOIN LATERAL (
        SELECT FROM entries e WHERE e.company_id = n.company_id AND e.id = n.entry_id LIMIT 1) e
    LIMIT 1;
    IF FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'entry.posted',
            DETAIL = 'A posted entry takes no more lines.';
    END IF;
    RETURN NULL;
END $$;
