-- A line carries the date of its entry, so that the lines of an account are read by date. That it is the same date is
-- checked like the balance, and a line that was moved to another day is found like one that was changed.

CREATE OR REPLACE FUNCTION entry_is_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lines int;
    difference numeric;
    dated boolean;
BEGIN
    SELECT count(*), sum(debit - credit), bool_and(entry_date = NEW.entry_date) INTO lines, difference, dated
    FROM entry_lines l WHERE l.company_id = NEW.company_id AND l.entry_id = NEW.id;
    IF lines < 2 OR difference <> 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'entry.unbalanced',
            DETAIL = format('Entry %s has %s lines, and debits minus credits are %s.', NEW.number, lines, difference);
    END IF;
    IF NOT dated THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'entry.misdated',
            DETAIL = format('A line of entry %s has another date.', NEW.number);
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION ledger_tampered() RETURNS TABLE (series_id uuid, entry_id uuid, finding text)
    LANGUAGE sql STABLE AS $$
    WITH chained AS (
        SELECT s.id AS series_id, s.last_number, s.head, e.*,
               lag(e.chain_hash, 1, sha256(convert_to(s.company_id || ' ' || s.journal_id || ' ' || s.fiscal_year_id, 'UTF8')))
                   OVER (PARTITION BY s.id ORDER BY e.sequence) AS before,
               row_number() OVER (PARTITION BY s.id ORDER BY e.sequence) AS place,
               count(*) OVER (PARTITION BY s.id) AS entries
        FROM series s LEFT JOIN entries e
          ON e.company_id = s.company_id AND e.journal_id = s.journal_id AND e.fiscal_year_id = s.fiscal_year_id
        WHERE s.company_id = erp_company()),
    judged AS (
        SELECT c.series_id, c.id AS entry_id, c.place, CASE
            WHEN c.id IS NULL THEN CASE WHEN c.last_number > 0 THEN 'entries are missing' END
            WHEN c.sequence <> c.place THEN 'an entry before it is missing'
            WHEN c.content_hash <> entry_content(c.company_id, c.id, c.journal_id, c.entry_date, c.text, c.reason,
                    c.document_type, c.document_id, c.reverses_id)
                OR EXISTS (SELECT 1 FROM entry_lines l WHERE l.company_id = c.company_id AND l.entry_id = c.id
                           AND l.entry_date <> c.entry_date) THEN 'the content was changed'
            WHEN c.chain_hash <> entry_chain(c.before, c.content_hash, c.sequence) THEN 'the chain is broken'
            WHEN c.place = c.entries AND (c.last_number <> c.sequence OR c.head <> c.chain_hash)
                THEN 'entries behind it are missing' END AS finding
        FROM chained c)
    SELECT DISTINCT ON (j.series_id) j.series_id, j.entry_id, j.finding
    FROM judged j WHERE j.finding IS NOT NULL ORDER BY j.series_id, j.place
$$;
