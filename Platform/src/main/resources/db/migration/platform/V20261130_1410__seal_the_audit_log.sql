-- The audit log sealed: after commit each row gets a number without gaps and a hash over itself and all before it, in
-- a table beside it, since the row itself never changes. And keys by which what is personal in it can be made unreadable
-- for good.

ALTER TABLE audit_log ADD COLUMN reason text;

-- What has been committed and waits for its seal.
CREATE TABLE audit_unsealed (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    PRIMARY KEY (company_id, id)
);
CALL erp_secure('audit_unsealed');
INSERT INTO audit_unsealed (company_id, id) SELECT a.company_id, a.id FROM audit_log a;

CREATE FUNCTION audit_log_await_seal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO audit_unsealed (company_id, id) SELECT n.company_id, n.id FROM new_rows n;
    RETURN NULL;
END $$;
CREATE TRIGGER await_seal AFTER INSERT ON audit_log REFERENCING NEW TABLE AS new_rows
    FOR EACH STATEMENT EXECUTE FUNCTION audit_log_await_seal();

-- The id is that of the row, which may be gone when its time is over; its seal stays.
CREATE TABLE audit_seals (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    number     bigint NOT NULL CHECK (number > 0),
    content    bytea NOT NULL CHECK (length(content) = 32),
    chain      bytea NOT NULL CHECK (length(chain) = 32),
    PRIMARY KEY (company_id, id)
);
CREATE UNIQUE INDEX audit_seals_number ON audit_seals (company_id, number);
CALL erp_secure('audit_seals');
CALL erp_append_only('audit_seals');

-- Where the chain of a company ends, and up to which number the rows are gone by law.
CREATE TABLE audit_heads (
    company_id   uuid NOT NULL,
    id           uuid NOT NULL,
    last_number  bigint NOT NULL DEFAULT 0,
    chain        bytea NOT NULL,
    forgotten_to bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (company_id, id),
    CHECK (company_id = id)
);
CALL erp_secure('audit_heads');

CREATE FUNCTION companies_with_unsealed_audit() RETURNS TABLE (company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT u.company_id FROM audit_unsealed u
$$;

-- What a seal says of a row. A column that came later and is empty says nothing, so that older seals stay true. Whoever
-- asks has set the time zone to UTC.
CREATE FUNCTION audit_content(a audit_log) RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT sha256(convert_to(jsonb_strip_nulls(to_jsonb(a))::text, 'UTF8'))
$$;

CREATE FUNCTION audit_link(before bytea, content bytea, number bigint) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(before || content || int8send(number))
$$;

-- Seals what has been committed in the transaction's company, at most so many rows; one at a time does. The head is
-- locked by a statement of its own, so that the next one sees all that an earlier sealer did.
CREATE FUNCTION audit_seal(most int) RETURNS int LANGUAGE plpgsql SET timezone = 'UTC' AS $$
DECLARE
    company uuid := erp_company();
    head audit_heads;
    waiting record;
    sealed int := 0;
BEGIN
    INSERT INTO audit_heads (company_id, id, chain) VALUES (company, company, sha256(uuid_send(company)))
    ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM audit_heads h WHERE h.company_id = company FOR UPDATE SKIP LOCKED;
    IF NOT FOUND THEN RETURN 0; END IF;
    FOR waiting IN
        SELECT a.id, audit_content(a) AS content
        FROM audit_unsealed u JOIN audit_log a ON a.company_id = u.company_id AND a.id = u.id
        WHERE u.company_id = company ORDER BY a.at, a.id LIMIT most
    LOOP
        head.last_number := head.last_number + 1;
        head.chain := audit_link(head.chain, waiting.content, head.last_number);
        INSERT INTO audit_seals (company_id, id, number, content, chain)
        VALUES (company, waiting.id, head.last_number, waiting.content, head.chain);
        DELETE FROM audit_unsealed u WHERE u.company_id = company AND u.id = waiting.id;
        sealed := sealed + 1;
    END LOOP;
    UPDATE audit_heads h SET last_number = head.last_number, chain = head.chain WHERE h.company_id = company;
    RETURN sealed;
END $$;

-- Where the log is not what was sealed, by number; nothing when it is sound. What waits for its seal is no finding.
CREATE FUNCTION audit_tampered() RETURNS TABLE (number bigint, id uuid, finding text)
    LANGUAGE sql STABLE SET timezone = 'UTC' AS $$
    WITH seals AS (
        SELECT s.*, lag(s.number, 1, 0::bigint) OVER w AS number_before,
               lag(s.chain, 1, sha256(uuid_send(s.company_id))) OVER w AS chain_before
        FROM audit_seals s WHERE s.company_id = erp_company() WINDOW w AS (ORDER BY s.number)),
    found AS (
        SELECT s.number, s.id,
               CASE WHEN s.number <> s.number_before + 1 THEN 'a seal before this one is missing'
                    WHEN s.chain <> audit_link(s.chain_before, s.content, s.number) THEN 'the seal was changed'
                    WHEN a.id IS NULL AND s.number > h.forgotten_to THEN 'the row is gone'
                    WHEN audit_content(a) <> s.content THEN 'the row was changed' END AS finding
        FROM seals s
        LEFT JOIN audit_log a ON a.company_id = s.company_id AND a.id = s.id
        LEFT JOIN audit_heads h ON h.company_id = s.company_id
        UNION ALL
        SELECT NULL, a.id, 'the row was slipped in'
        FROM audit_log a WHERE a.company_id = erp_company()
          AND NOT EXISTS (SELECT 1 FROM audit_seals s WHERE s.company_id = a.company_id AND s.id = a.id)
          AND NOT EXISTS (SELECT 1 FROM audit_unsealed u WHERE u.company_id = a.company_id AND u.id = a.id)
        UNION ALL
        SELECT h.last_number, NULL, 'the end of the chain is not the last seal'
        FROM audit_heads h
        LEFT JOIN LATERAL (SELECT s.number, s.chain FROM audit_seals s WHERE s.company_id = h.company_id
                           ORDER BY s.number DESC LIMIT 1) l ON true
        WHERE h.company_id = erp_company()
          AND (coalesce(l.number, 0), coalesce(l.chain, sha256(uuid_send(h.company_id))))
              IS DISTINCT FROM (h.last_number, h.chain))
    SELECT f.number, f.id, f.finding FROM found f WHERE f.finding IS NOT NULL ORDER BY f.number, f.id LIMIT 100
$$;

-- Rows go when their time is over, and never before six years have passed, whoever asks; nothing else of them changes.
DROP TRIGGER append_only ON audit_log;
CREATE FUNCTION audit_log_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        IF OLD.at < now() - interval '6 years' AND current_setting('erp.audit_forgets', true) = 'yes' THEN
            RETURN OLD;
        END IF;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'record.immutable',
        DETAIL = 'Rows of audit_log are never changed or deleted.';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_log_refuse_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION erp_refuse_change();

-- Deletes the rows from the beginning of the chain up to an instant, and answers how many.
CREATE FUNCTION audit_forget(before timestamptz) RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
    company uuid := erp_company();
    up_to bigint;
    forgotten bigint;
BEGIN
    PERFORM 1 FROM audit_heads h WHERE h.company_id = company FOR UPDATE;
    SELECT coalesce(min(s.number) - 1, (SELECT h.last_number FROM audit_heads h WHERE h.company_id = company)) INTO up_to
    FROM audit_seals s JOIN audit_log a ON a.company_id = s.company_id AND a.id = s.id
    WHERE s.company_id = company AND a.at >= before;
    PERFORM set_config('erp.audit_forgets', 'yes', true);
    DELETE FROM audit_log a USING audit_seals s
    WHERE a.company_id = company AND s.company_id = company AND s.id = a.id AND s.number <= up_to AND a.at < before;
    GET DIAGNOSTICS forgotten = ROW_COUNT;
    PERFORM set_config('erp.audit_forgets', '', true);
    UPDATE audit_heads h SET forgotten_to = greatest(h.forgotten_to, up_to) WHERE h.company_id = company;
    RETURN forgotten;
END $$;

-- By which key what is personal of somebody is written into the audit log. Without the key it says nothing any more.
CREATE TABLE subject_keys (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,                    -- of the person or party
    key        bytea NOT NULL CHECK (length(key) = 32),
    made_at    timestamptz NOT NULL,
    PRIMARY KEY (company_id, id)
);
CALL erp_secure('subject_keys');
