-- Many records that are sent in one go: which, and what became of each. The e-mails themselves are in the queue.
CREATE TABLE mail_runs (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    resource    text NOT NULL CHECK (length(resource) <= 50),
    started_at  timestamptz NOT NULL,
    started_by  text NOT NULL CHECK (length(started_by) <= 200),
    PRIMARY KEY (company_id, id)
);
CREATE INDEX mail_runs_started ON mail_runs (company_id, started_at, id);
CALL erp_secure('mail_runs');

CREATE TABLE mail_run_items (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    run_id      uuid NOT NULL,
    line_no     int NOT NULL,
    record_id   uuid NOT NULL,
    status      text NOT NULL CHECK (status IN ('WAITING', 'QUEUED', 'REFUSED')),
    mail_id     uuid,
    code        text CHECK (length(code) <= 100),
    problem     text CHECK (length(problem) <= 500),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, run_id, line_no),
    CHECK ((status = 'QUEUED') = (mail_id IS NOT NULL)),
    CHECK ((status = 'REFUSED') = (code IS NOT NULL)),
    FOREIGN KEY (company_id, run_id) REFERENCES mail_runs (company_id, id),
    FOREIGN KEY (company_id, mail_id) REFERENCES mails (company_id, id)
);
CREATE INDEX mail_run_items_mail ON mail_run_items (company_id, mail_id);
CREATE INDEX mail_run_items_waiting ON mail_run_items (company_id, run_id, line_no) WHERE status = 'WAITING';
CALL erp_secure('mail_run_items');

-- Names companies and who waits there, and nothing else of them, to whoever works at the runs.
CREATE FUNCTION mail_runs_waiting() RETURNS TABLE (company_id uuid, started_by text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT r.company_id, r.started_by
    FROM mail_run_items i JOIN mail_runs r ON r.company_id = i.company_id AND r.id = i.run_id
    WHERE i.status = 'WAITING'
$$;
