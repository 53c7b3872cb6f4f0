-- Bulk imports: the report of each, the rows that wait to be checked and written, and what was wrong with them.

CREATE TABLE imports (
    company_id       uuid NOT NULL,
    id               uuid NOT NULL,
    resource         text NOT NULL,
    format           text NOT NULL CHECK (format IN ('CSV', 'XLSX', 'NDJSON')),
    mode             text NOT NULL CHECK (mode IN ('ATOMIC', 'SKIP')),
    dry_run          boolean NOT NULL,
    state            text NOT NULL CHECK (state IN ('STAGED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    actor_id         uuid NOT NULL,
    actor_name       text NOT NULL,
    begun_at         timestamptz NOT NULL,
    ended_at         timestamptz,
    beat_at          timestamptz NOT NULL,          -- last sign of life of the instance that works on it
    cancel_requested boolean NOT NULL DEFAULT false,
    progress         int NOT NULL DEFAULT 0,        -- per cent
    row_count        int NOT NULL DEFAULT 0,
    document_count   int NOT NULL DEFAULT 0,
    batch_count      int NOT NULL DEFAULT 0,
    refused_rows     int NOT NULL DEFAULT 0,
    written_rows     int NOT NULL DEFAULT 0,
    failure_code     text,
    failure          text,
    PRIMARY KEY (company_id, id)
);
CREATE INDEX imports_begun ON imports (company_id, begun_at, id);
CREATE INDEX imports_alive ON imports (beat_at) WHERE state IN ('STAGED', 'RUNNING');
CALL erp_secure('imports');

CREATE TABLE import_rows (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    import_id   uuid NOT NULL,
    batch       int NOT NULL,
    row_number  int NOT NULL,
    document    int NOT NULL,
    key         text NOT NULL,
    payload     jsonb,                              -- null when the row could not be read
    refused     boolean NOT NULL,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, import_id) REFERENCES imports (company_id, id) ON DELETE CASCADE
);
CREATE INDEX import_rows_batch ON import_rows (company_id, import_id, batch, row_number);
CALL erp_secure('import_rows');

CREATE TABLE import_problems (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    import_id   uuid NOT NULL,
    row_number  int NOT NULL,
    field       text NOT NULL,
    code        text NOT NULL,
    message     text NOT NULL,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, import_id) REFERENCES imports (company_id, id) ON DELETE CASCADE
);
CREATE INDEX import_problems_row ON import_problems (company_id, import_id, row_number, id);
CALL erp_secure('import_problems');

-- Names companies, and nothing of them, to whoever looks for imports whose instance died.
CREATE FUNCTION companies_with_abandoned_imports(silence interval) RETURNS TABLE (company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT i.company_id FROM imports i
    WHERE i.state IN ('STAGED', 'RUNNING') AND i.beat_at < now() - silence
$$;
