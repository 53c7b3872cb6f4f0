-- What users have typed into forms and not yet saved.

CREATE TABLE unfinished_forms (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    owner_id    uuid NOT NULL,
    path        text NOT NULL CHECK (length(path) <= 500),
    typed       jsonb NOT NULL,
    kept_at     timestamptz NOT NULL,
    PRIMARY KEY (company_id, id)
);
CREATE UNIQUE INDEX unfinished_forms_path ON unfinished_forms (company_id, owner_id, path);
CREATE INDEX unfinished_forms_kept ON unfinished_forms (company_id, kept_at);
CALL erp_secure('unfinished_forms');
