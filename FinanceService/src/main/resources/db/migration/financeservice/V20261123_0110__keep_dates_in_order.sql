-- A company that requires it for its invoices and credit notes has their dates in order, whatever the journals say for
-- themselves. But for that the function is as it was.

CREATE OR REPLACE FUNCTION ledger_append(p_journal_kind text, p_ids uuid[], p_dates date[], p_texts text[], p_reasons text[],
                              p_document_types text[], p_documents uuid[], p_reverses uuid[], p_actor uuid,
                              p_through_soft_lock boolean)
    RETURNS TABLE (posted_id uuid, posted_number text) LANGUAGE plpgsql AS $$
DECLARE
    company  uuid := erp_company();
    journal  journals;
    year     fiscal_years;
    line     series;
    contents bytea[];
    state    text;
    in_order boolean;
BEGIN
    SELECT * INTO journal FROM journals j WHERE j.company_id = company AND j.kind = p_journal_kind;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'books.missing', DETAIL = 'Open the books of the company first.';
    END IF;
    in_order := journal.ascending OR p_journal_kind IN ('SALES', 'CREDIT_NOTES')
        AND (SELECT c.dates_in_order FROM companies c WHERE c.company_id = company AND c.id = company);
    FOR i IN 1 .. cardinality(p_ids) LOOP
        contents[i] := entry_content(company, p_ids[i], journal.id, p_dates[i], p_texts[i], p_reasons[i],
                                     p_document_types[i], p_documents[i], p_reverses[i]);
    END LOOP;
    FOR i IN 1 .. cardinality(p_ids) LOOP
        IF year.id IS NULL OR p_dates[i] NOT BETWEEN year.starts_on AND year.ends_on THEN
            IF year.id IS NOT NULL THEN
                UPDATE series s SET last_number = line.last_number, head = line.head, last_date = line.last_date
                WHERE s.company_id = company AND s.id = line.id;
            END IF;
            SELECT * INTO year FROM fiscal_years y
            WHERE y.company_id = company AND p_dates[i] BETWEEN y.starts_on AND y.ends_on;
            IF NOT FOUND THEN
                RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'period.missing',
                    DETAIL = format('No fiscal year is open for %s.', p_dates[i]);
            END IF;
            SELECT * INTO STRICT line FROM series s
            WHERE s.company_id = company AND s.journal_id = journal.id AND s.fiscal_year_id = year.id FOR UPDATE;
        END IF;
        SELECT p.state INTO STRICT state FROM periods p
        WHERE p.company_id = company AND p.fiscal_year_id = year.id AND p_dates[i] BETWEEN p.starts_on AND p.ends_on;
        IF state = 'LOCKED' OR state = 'SOFT_LOCKED' AND NOT p_through_soft_lock THEN
            RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'period.locked',
                DETAIL = format('The period of %s is %s.', p_dates[i], lower(replace(state, '_', ' ')));
        END IF;
        IF in_order AND p_dates[i] < line.last_date THEN
            RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'series.backdated',
                DETAIL = format('The series already holds an entry of %s; dates may not run backwards.', line.last_date);
        END IF;
        line.last_number := line.last_number + 1;
        line.last_date := greatest(line.last_date, p_dates[i]);
        line.head := entry_chain(line.head, contents[i], line.last_number);
        posted_id := p_ids[i];
        posted_number := entry_number(journal.pattern, year.label, line.last_number);
        INSERT INTO entries (company_id, id, journal_id, fiscal_year_id, sequence, number, entry_date, text, reason,
                             document_type, document_id, reverses_id, posted_by, posted_at, content_hash, chain_hash)
        VALUES (company, p_ids[i], journal.id, year.id, line.last_number, posted_number, p_dates[i], p_texts[i],
                p_reasons[i], p_document_types[i], p_documents[i], p_reverses[i], p_actor, clock_timestamp(),
                contents[i], line.head);
        RETURN NEXT;
    END LOOP;
    UPDATE series s SET last_number = line.last_number, head = line.head, last_date = line.last_date
    WHERE s.company_id = company AND s.id = line.id;
END $$;
