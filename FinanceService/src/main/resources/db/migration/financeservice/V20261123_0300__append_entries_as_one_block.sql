-- An import numbers thousands of entries while others wait for the series. What can be known before is found out before
-- the series is held; then only the chain goes from entry to entry, and the entries are written in one statement for
-- each fiscal year. A single posting takes the same way.
CREATE OR REPLACE FUNCTION ledger_append(p_journal_kind text, p_ids uuid[], p_dates date[], p_texts text[],
                              p_reasons text[], p_document_types text[], p_documents uuid[], p_reverses uuid[],
                              p_actor uuid, p_through_soft_lock boolean)
    RETURNS TABLE (posted_id uuid, posted_number text) LANGUAGE plpgsql AS $$
DECLARE
    company  uuid := erp_company();
    journal  journals;
    year     fiscal_years;
    line     series;
    contents bytea[];
    chain    bytea[];
    head     bytea;
    place    int := 1;
    last     int := cardinality(p_ids);
    closed   record;
    in_order boolean;
BEGIN
    SELECT * INTO journal FROM journals j WHERE j.company_id = company AND j.kind = p_journal_kind;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'books.missing', DETAIL = 'Open the books of the company first.';
    END IF;
    in_order := journal.ascending OR p_journal_kind IN ('SALES', 'CREDIT_NOTES')
        AND (SELECT c.dates_in_order FROM companies c WHERE c.company_id = company AND c.id = company);
    SELECT array_agg(entry_content(company, e.id, journal.id, e.date, e.text, e.reason, e.document_type, e.document,
                                   e.reverses) ORDER BY e.place)
    INTO contents
    FROM unnest(p_ids, p_dates, p_texts, p_reasons, p_document_types, p_documents, p_reverses)
        WITH ORDINALITY AS e (id, date, text, reason, document_type, document, reverses, place);
    WHILE place <= cardinality(p_ids) LOOP
        SELECT * INTO year FROM fiscal_years y
        WHERE y.company_id = company AND p_dates[place] BETWEEN y.starts_on AND y.ends_on;
        IF NOT FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'period.missing',
                DETAIL = format('No fiscal year is open for %s.', p_dates[place]);
        END IF;
        IF place < cardinality(p_ids) THEN
            SELECT count(*) INTO last FROM unnest(p_dates) AS d (date) WHERE d.date <= year.ends_on;
        END IF;
        SELECT * INTO STRICT line FROM series s
        WHERE s.company_id = company AND s.journal_id = journal.id AND s.fiscal_year_id = year.id FOR UPDATE;
        SELECT d.date, p.state INTO closed
        FROM unnest(p_dates[place:last]) AS d (date)
        JOIN periods p ON p.company_id = company AND p.fiscal_year_id = year.id
                      AND d.date BETWEEN p.starts_on AND p.ends_on
        WHERE p.state = 'LOCKED' OR p.state = 'SOFT_LOCKED' AND NOT p_through_soft_lock
        ORDER BY d.date LIMIT 1;
        IF FOUND THEN
            RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'period.locked',
                DETAIL = format('The period of %s is %s.', closed.date, lower(replace(closed.state, '_', ' ')));
        END IF;
        IF in_order AND p_dates[place] < line.last_date THEN
            RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'series.backdated',
                DETAIL = format('The series already holds an entry of %s; dates may not run backwards.', line.last_date);
        END IF;
        head := line.head;
        FOR i IN place .. last LOOP
            head := entry_chain(head, contents[i], line.last_number + i - place + 1);
            chain[i] := head;
        END LOOP;
        UPDATE series s SET last_number = line.last_number + last - place + 1, head = chain[last],
                            last_date = greatest(line.last_date, p_dates[last])
        WHERE s.company_id = company AND s.id = line.id;
        RETURN QUERY
            INSERT INTO entries AS n (company_id, id, journal_id, fiscal_year_id, sequence, number, entry_date, text,
                                      reason, document_type, document_id, reverses_id, posted_by, posted_at,
                                      content_hash, chain_hash)
            SELECT company, e.id, journal.id, year.id, line.last_number + e.place,
                   entry_number(journal.pattern, year.label, line.last_number + e.place), e.date, e.text,
                   e.reason, e.document_type, e.document, e.reverses, p_actor, clock_timestamp(), e.content, e.chain
            FROM unnest(p_ids[place:last], p_dates[place:last], p_texts[place:last], p_reasons[place:last],
                        p_document_types[place:last], p_documents[place:last], p_reverses[place:last],
                        contents[place:last], chain[place:last])
                WITH ORDINALITY AS e (id, date, text, reason, document_type, document, reverses, content, chain, place)
            RETURNING n.id, n.number;
        place := last + 1;
        last := cardinality(p_ids);
    END LOOP;
END $$;
