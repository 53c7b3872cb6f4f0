-- The general ledger: chart of accounts, fiscal calendar, journals with gap-free chained series, entries that never
-- change, and balances that are read without scanning lines.

CREATE TABLE accounts (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    code        text NOT NULL CHECK (length(code) BETWEEN 1 AND 20),
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    type        text NOT NULL CHECK (type IN ('ASSET', 'LIABILITY', 'EQUITY', 'INCOME', 'EXPENSE')),
    role        text CHECK (role IN ('RECEIVABLE', 'PAYABLE', 'BANK', 'CASH', 'TAX', 'STOCK', 'CONTROL')),
    parent_id   uuid,
    postable    boolean NOT NULL,
    active      boolean NOT NULL,
    PRIMARY KEY (company_id, id),
    CONSTRAINT accounts_code_taken UNIQUE (company_id, code),
    FOREIGN KEY (company_id, parent_id) REFERENCES accounts (company_id, id)
);
CREATE INDEX accounts_parent ON accounts (company_id, parent_id);
CALL erp_secure('accounts');

-- Which account a posting uses: a default by key alone, or for one tax code or product category.
CREATE TABLE account_defaults (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    key         text NOT NULL CHECK (key IN ('RECEIVABLE', 'PAYABLE', 'BANK', 'CASH', 'REVENUE', 'EXPENSE', 'OUTPUT_TAX',
                    'INPUT_TAX', 'ROUNDING', 'EXCHANGE_GAIN', 'EXCHANGE_LOSS', 'TRANSLATION_DIFFERENCE',
                    'SALES_DISCOUNT', 'PURCHASE_DISCOUNT', 'BAD_DEBT', 'BANK_FEE', 'RETAINED_EARNINGS',
                    'OPENING_BALANCE', 'SUSPENSE')),
    tax_code_id uuid,
    category_id uuid,
    account_id  uuid NOT NULL,
    PRIMARY KEY (company_id, id),
    CHECK (tax_code_id IS NULL OR category_id IS NULL),
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id)
);
CREATE UNIQUE INDEX account_defaults_key ON account_defaults
    (company_id, key, coalesce(tax_code_id, category_id, '00000000-0000-0000-0000-000000000000'));
CREATE INDEX account_defaults_account ON account_defaults (company_id, account_id);
CALL erp_secure('account_defaults');

CREATE TABLE fiscal_years (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    label       text NOT NULL,                   -- the {year} of document numbers: 2026, or 2026-27 across a new year
    starts_on   date NOT NULL,
    ends_on     date NOT NULL,
    PRIMARY KEY (company_id, id),
    CONSTRAINT fiscal_years_once UNIQUE (company_id, starts_on),
    CHECK (starts_on < ends_on)
);
CALL erp_secure('fiscal_years');

CREATE TABLE periods (
    company_id     uuid NOT NULL,
    id             uuid NOT NULL,
    version        int NOT NULL,
    fiscal_year_id uuid NOT NULL,
    starts_on      date NOT NULL,
    ends_on        date NOT NULL,
    state          text NOT NULL CHECK (state IN ('OPEN', 'SOFT_LOCKED', 'LOCKED')),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, starts_on),
    FOREIGN KEY (company_id, fiscal_year_id) REFERENCES fiscal_years (company_id, id),
    CHECK (starts_on <= ends_on)
);
CREATE INDEX periods_year ON periods (company_id, fiscal_year_id);
CALL erp_secure('periods');

CREATE TABLE journals (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('GENERAL', 'SALES', 'CREDIT_NOTES', 'PURCHASES', 'BANK', 'EXCHANGE',
                                              'OPENING', 'CLOSING')),
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    pattern     text NOT NULL CHECK (length(pattern) BETWEEN 1 AND 60),
    ascending   boolean NOT NULL,                -- dates may not run backwards within a series
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, kind)
);
CALL erp_secure('journals');

-- One row for each journal and fiscal year: the last number given and the head of the hash chain. The series of a
-- company are themselves chained in the order they were opened, so that none can vanish unnoticed.
CREATE TABLE series (
    company_id     uuid NOT NULL,
    id             uuid NOT NULL,
    journal_id     uuid NOT NULL,
    fiscal_year_id uuid NOT NULL,
    ordinal        int NOT NULL,
    listing_hash   bytea NOT NULL,
    last_number    bigint NOT NULL DEFAULT 0,
    last_date      date,
    head           bytea NOT NULL,                -- at first the hash of the series' own keys
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, journal_id, fiscal_year_id),
    UNIQUE (company_id, ordinal),
    FOREIGN KEY (company_id, journal_id) REFERENCES journals (company_id, id),
    FOREIGN KEY (company_id, fiscal_year_id) REFERENCES fiscal_years (company_id, id)
);
CREATE INDEX series_year ON series (company_id, fiscal_year_id);
CALL erp_secure('series');

CREATE TABLE entries (
    company_id     uuid NOT NULL,
    id             uuid NOT NULL,
    journal_id     uuid NOT NULL,
    fiscal_year_id uuid NOT NULL,
    sequence       bigint NOT NULL,
    number         text NOT NULL,
    entry_date     date NOT NULL,
    text           text NOT NULL,
    reason         text,
    document_type  text,
    document_id    uuid,
    reverses_id    uuid,
    posted_by      uuid NOT NULL,
    posted_at      timestamptz NOT NULL,
    content_hash   bytea NOT NULL,
    chain_hash     bytea NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, journal_id, fiscal_year_id, sequence),
    FOREIGN KEY (company_id, journal_id) REFERENCES journals (company_id, id),
    FOREIGN KEY (company_id, fiscal_year_id) REFERENCES fiscal_years (company_id, id),
    FOREIGN KEY (company_id, reverses_id) REFERENCES entries (company_id, id)
);
CREATE UNIQUE INDEX entries_reversed_once ON entries (company_id, reverses_id) WHERE reverses_id IS NOT NULL;
CREATE INDEX entries_year ON entries (company_id, fiscal_year_id);
CREATE INDEX entries_date ON entries (company_id, entry_date, id);
CREATE INDEX entries_document ON entries (company_id, document_id) WHERE document_id IS NOT NULL;
CALL erp_secure('entries');
CALL erp_append_only('entries');

-- Lines are written before their entry, whose insertion is the posting's last statement; hence the deferred key.
CREATE TABLE entry_lines (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    entry_id    uuid NOT NULL,
    line_no     int NOT NULL,
    entry_date  date NOT NULL,
    account_id  uuid NOT NULL,
    debit       numeric(19, 4) NOT NULL CHECK (debit >= 0),    -- base currency
    credit      numeric(19, 4) NOT NULL CHECK (credit >= 0),   -- base currency
    currency    text NOT NULL,
    amount      numeric(19, 4) NOT NULL,                       -- in the currency of the document, + debit, - credit
    party_id    uuid,
    tax_code_id uuid,
    tax_role    text CHECK (tax_role IN ('BASE', 'TAX')),
    text        text,
    PRIMARY KEY (company_id, id),
    CHECK (debit = 0 OR credit = 0),
    CHECK ((tax_code_id IS NULL) = (tax_role IS NULL)),
    FOREIGN KEY (company_id, entry_id) REFERENCES entries (company_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id)
);
CREATE INDEX entry_lines_entry ON entry_lines (company_id, entry_id, line_no);
CREATE INDEX entry_lines_account ON entry_lines (company_id, account_id, entry_date, id);
CREATE INDEX entry_lines_party ON entry_lines (company_id, party_id, entry_date) WHERE party_id IS NOT NULL;
CREATE INDEX entry_lines_tax ON entry_lines (company_id, tax_code_id, entry_date) WHERE tax_code_id IS NOT NULL;
CALL erp_secure('entry_lines');
CALL erp_append_only('entry_lines');

-- Balances: postings only add deltas (no row is shared by two postings); a job collapses them into days and months.
CREATE TABLE ledger_deltas (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    account_id  uuid NOT NULL,
    on_date     date NOT NULL,
    debit       numeric(19, 4) NOT NULL,
    credit      numeric(19, 4) NOT NULL,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id)
);
CREATE INDEX ledger_deltas_account ON ledger_deltas (company_id, account_id);
CALL erp_secure('ledger_deltas');

CREATE TABLE ledger_days (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    account_id  uuid NOT NULL,
    on_date     date NOT NULL,
    debit       numeric(21, 4) NOT NULL,
    credit      numeric(21, 4) NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, on_date, account_id),
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id)
);
CREATE INDEX ledger_days_account ON ledger_days (company_id, account_id);
CALL erp_secure('ledger_days');

CREATE TABLE ledger_months (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    account_id  uuid NOT NULL,
    month       date NOT NULL CHECK (extract(day FROM month) = 1),
    debit       numeric(21, 4) NOT NULL,
    credit      numeric(21, 4) NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, month, account_id),
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id)
);
CREATE INDEX ledger_months_account ON ledger_months (company_id, account_id);
CALL erp_secure('ledger_months');

CREATE FUNCTION companies_with_ledger_deltas() RETURNS TABLE (company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT d.company_id FROM ledger_deltas d
$$;

-- What an entry says, as one text whose hash is chained. Posting and checking both use it.
CREATE FUNCTION entry_content(p_company uuid, p_entry uuid, p_journal uuid, p_date date, p_text text, p_reason text,
                              p_document_type text, p_document uuid, p_reverses uuid) RETURNS bytea
    LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(jsonb_build_array(p_company, p_entry, p_journal, p_date, p_text, p_reason, p_document_type,
        p_document, p_reverses, jsonb_agg(jsonb_build_array(l.line_no, l.account_id, l.debit, l.credit, l.currency,
            l.amount, l.party_id, l.tax_code_id, l.tax_role, l.text) ORDER BY l.line_no))::text, 'UTF8'))
    FROM entry_lines l WHERE l.company_id = p_company AND l.entry_id = p_entry
$$;

CREATE FUNCTION entry_chain(p_head bytea, p_content bytea, p_sequence bigint) RETURNS bytea
    LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(p_head || p_content || convert_to(p_sequence::text, 'UTF8'))
$$;

-- INV-{year}-{number:5} becomes INV-2026-00001; a number that outgrows its width is written in full.
CREATE FUNCTION entry_number(p_pattern text, p_year text, p_sequence bigint) RETURNS text
    LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
    width int := coalesce((regexp_match(p_pattern, '\{number:(\d)\}'))[1]::int, 1);
BEGIN
    RETURN regexp_replace(replace(p_pattern, '{year}', p_year), '\{number(:\d)?\}',
        lpad(p_sequence::text, greatest(width, length(p_sequence::text)), '0'));
END $$;

-- Appends entries, whose lines are written already, to the series of their journal and fiscal year: the last statement
-- of a posting. It holds the series from here to the commit, so numbers have no gap and follow the chain; the state of
-- the period is read after the series is held, and locking a period takes the series first, so nothing slips behind a
-- lock. Entries come ordered by date.
CREATE FUNCTION ledger_append(p_journal_kind text, p_ids uuid[], p_dates date[], p_texts text[], p_reasons text[],
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
BEGIN
    SELECT * INTO journal FROM journals j WHERE j.company_id = company AND j.kind = p_journal_kind;
    IF NOT FOUND THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'books.missing', DETAIL = 'Open the books of the company first.';
    END IF;
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
        IF journal.ascending AND p_dates[i] < line.last_date THEN
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

-- Balance, once per entry, at commit: whoever writes the rows.
CREATE FUNCTION entry_is_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    lines int;
    difference numeric;
BEGIN
    SELECT count(*), sum(debit - credit) INTO lines, difference
    FROM entry_lines l WHERE l.company_id = NEW.company_id AND l.entry_id = NEW.id;
    IF lines < 2 OR difference <> 0 THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'entry.unbalanced',
            DETAIL = format('Entry %s has %s lines, and debits minus credits are %s.', NEW.number, lines, difference);
    END IF;
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON entries
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION entry_is_balanced();

-- A line belongs to an entry from the first moment or never.
CREATE FUNCTION entry_lines_come_first() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM new_lines n JOIN entries e ON e.company_id = n.company_id AND e.id = n.entry_id) THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'entry.posted',
            DETAIL = 'A posted entry takes no more lines.';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER come_first AFTER INSERT ON entry_lines REFERENCING NEW TABLE AS new_lines
    FOR EACH STATEMENT EXECUTE FUNCTION entry_lines_come_first();

-- The first entry of each series, if any, whose content, number or place in the chain is not what was posted.
CREATE FUNCTION ledger_tampered() RETURNS TABLE (series_id uuid, entry_id uuid, finding text) LANGUAGE sql STABLE AS $$
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
                    c.document_type, c.document_id, c.reverses_id) THEN 'the content was changed'
            WHEN c.chain_hash <> entry_chain(c.before, c.content_hash, c.sequence) THEN 'the chain is broken'
            WHEN c.place = c.entries AND (c.last_number <> c.sequence OR c.head <> c.chain_hash)
                THEN 'entries behind it are missing' END AS finding
        FROM chained c)
    SELECT DISTINCT ON (j.series_id) j.series_id, j.entry_id, j.finding
    FROM judged j WHERE j.finding IS NOT NULL ORDER BY j.series_id, j.place
$$;

-- Series whose place in the list of series is not what it was when they were opened.
CREATE FUNCTION series_tampered() RETURNS TABLE (id uuid) LANGUAGE sql STABLE AS $$
    SELECT s.id FROM (
        SELECT s.*, lag(s.listing_hash, 1, ''::bytea) OVER (ORDER BY s.ordinal) AS before,
               row_number() OVER (ORDER BY s.ordinal) AS place
        FROM series s WHERE s.company_id = erp_company()) s
    WHERE s.ordinal <> s.place OR s.listing_hash <> sha256(s.before
        || convert_to(s.company_id || ' ' || s.journal_id || ' ' || s.fiscal_year_id, 'UTF8'))
$$;

-- Debits and credits of every account up to and including a date: the months before, the days of its month, and what
-- is not collapsed yet. One statement, so exact at every instant.
CREATE FUNCTION balances_at(p_date date) RETURNS TABLE (account_id uuid, debit numeric, credit numeric)
    LANGUAGE sql STABLE AS $$
    SELECT account_id, sum(debit), sum(credit) FROM (
        SELECT m.account_id, m.debit, m.credit FROM ledger_months m
        WHERE m.company_id = erp_company() AND m.month < date_trunc('month', p_date)::date
        UNION ALL
        SELECT d.account_id, d.debit, d.credit FROM ledger_days d
        WHERE d.company_id = erp_company() AND d.on_date BETWEEN date_trunc('month', p_date)::date AND p_date
        UNION ALL
        SELECT d.account_id, d.debit, d.credit FROM ledger_deltas d
        WHERE d.company_id = erp_company() AND d.on_date <= p_date) parts
    GROUP BY account_id
$$;
