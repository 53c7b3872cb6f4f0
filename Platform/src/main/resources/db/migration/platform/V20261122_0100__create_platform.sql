-- What every department stands on: company scope in the database, append-only tables, audit, events, jobs, idempotency.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;

-- The company of the transaction; NULL outside one, which matches no row. After a transaction-local set_config the
-- setting reads '' on a pooled connection, hence the nullif.
CREATE FUNCTION erp_company() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('erp.company_id', true), '')::uuid
$$;

-- Shows and takes only the rows of the transaction's company, for whoever works on the table but its owner, who
-- migrates and dumps all of it. The expression stands in the policy itself, where the planner can use it on the key.
CREATE PROCEDURE erp_secure(name regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY company ON %s TO PUBLIC
        USING (company_id = nullif(current_setting(''erp.company_id'', true), '''')::uuid)', name);
    EXECUTE format('CREATE POLICY owner ON %s TO %I USING (true) WITH CHECK (true)', name, current_user);
END $$;

-- Refuses a change, whoever tries: grants may be wide, a trigger is not.
CREATE FUNCTION erp_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'record.immutable',
        DETAIL = format('Rows of %s are never changed or deleted.', TG_TABLE_NAME);
END $$;

CREATE PROCEDURE erp_append_only(name regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON %s
        FOR EACH STATEMENT EXECUTE FUNCTION erp_refuse_change()', name);
END $$;

-- The role a pooled connection works under. A superuser or the owner of the tables steps down to erp_app, since
-- row-level security does not bind them; any other user works as itself.
CREATE FUNCTION erp_assume_role() RETURNS text LANGUAGE plpgsql AS $$
DECLARE
    too_mighty boolean := (SELECT r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, t.relowner, 'USAGE')
                           FROM pg_roles r, pg_class t
                           WHERE r.rolname = current_user AND t.oid = 'audit_log'::regclass);
BEGIN
    IF too_mighty THEN
        PERFORM set_config('role', 'erp_app', false);
    END IF;
    RETURN current_user;
END $$;

CREATE TABLE audit_log (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    at          timestamptz NOT NULL,
    actor_id    uuid NOT NULL,
    actor_name  text NOT NULL,
    address     text,
    request_id  text,
    record_type text NOT NULL,
    record_id   uuid NOT NULL,
    action      text NOT NULL,
    changes     jsonb NOT NULL,
    PRIMARY KEY (company_id, id)
);
CREATE INDEX audit_log_record ON audit_log (company_id, record_type, record_id, id);
CREATE INDEX audit_log_actor ON audit_log (company_id, actor_id, id);
CALL erp_secure('audit_log');
CALL erp_append_only('audit_log');

CREATE TABLE events (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    number      bigint,                          -- given by the sealer after commit
    at          timestamptz NOT NULL,
    type        text NOT NULL,
    record_type text NOT NULL,
    record_id   uuid NOT NULL,
    payload     jsonb NOT NULL,
    PRIMARY KEY (company_id, id)
);
CREATE UNIQUE INDEX events_number ON events (company_id, number);
CREATE INDEX events_unsealed ON events (company_id, at, id) WHERE number IS NULL;
CALL erp_secure('events');

CREATE TABLE event_heads (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    last_number bigint NOT NULL DEFAULT 0,
    PRIMARY KEY (company_id, id),
    CHECK (company_id = id)
);
CALL erp_secure('event_heads');

-- Names companies, and nothing of them, to the sealer, which then works inside each one.
CREATE FUNCTION companies_with_unsealed_events() RETURNS TABLE (company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT e.company_id FROM events e WHERE e.number IS NULL
$$;

CREATE TABLE job_marks (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    job         text NOT NULL,
    done_on     date NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, job)
);
CALL erp_secure('job_marks');

CREATE TABLE idempotency_keys (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    actor_id    uuid NOT NULL,
    method      text NOT NULL,
    path        text NOT NULL,
    key         text NOT NULL,
    body_hash   bytea NOT NULL,
    status      int,
    headers     jsonb,
    body        bytea,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, actor_id, method, path, key)
);
CREATE INDEX idempotency_keys_age ON idempotency_keys (company_id, created_at);
CALL erp_secure('idempotency_keys');
