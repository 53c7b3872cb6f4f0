-- Files: which contents are kept, and whose attachments they are. The bytes lie outside the database.

-- The name that the place of a company's files bears; a place with another name, or none, is not used.
CREATE TABLE file_places (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    marker      text NOT NULL CHECK (length(marker) <= 100),
    PRIMARY KEY (company_id, id),
    CHECK (company_id = id)
);
CALL erp_secure('file_places');

CREATE TABLE stored_files (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    sha256      bytea NOT NULL CHECK (length(sha256) = 32),
    size_bytes  bigint NOT NULL CHECK (size_bytes > 0),
    media_type  text NOT NULL CHECK (length(media_type) <= 200),
    key_id      text NOT NULL CHECK (length(key_id) <= 50),
    stored_at   timestamptz NOT NULL,
    looked_at   timestamptz NOT NULL,                -- when the file was last seen, or missed
    lost_at     timestamptz,                         -- when it was first missed
    PRIMARY KEY (company_id, id)
);
-- A lost content may come again, and is then kept anew.
CREATE UNIQUE INDEX stored_files_content ON stored_files (company_id, sha256) WHERE lost_at IS NULL;
CREATE INDEX stored_files_looked_at ON stored_files (company_id, looked_at, id);
CALL erp_secure('stored_files');

CREATE TABLE attachments (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    resource    text NOT NULL CHECK (length(resource) <= 50),
    record_type text NOT NULL CHECK (length(record_type) <= 50),
    record_id   uuid NOT NULL,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    note        text CHECK (length(note) <= 500),
    source      text NOT NULL CHECK (source IN ('UPLOADED', 'PRINTED')),
    retention   text NOT NULL CHECK (retention IN ('NONE', 'LETTER', 'VOUCHER')),
    kept_until  date,
    hold_reason text CHECK (length(hold_reason) <= 200),
    PRIMARY KEY (company_id, id),
    CHECK ((retention = 'NONE') = (kept_until IS NULL))
);
CREATE INDEX attachments_record ON attachments (company_id, resource, record_id, id);
-- What is printed once is never printed anew.
CREATE UNIQUE INDEX attachments_printed ON attachments (company_id, record_type, record_id) WHERE source = 'PRINTED';
CALL erp_secure('attachments');

CREATE TABLE attachment_versions (
    company_id    uuid NOT NULL,
    id            uuid NOT NULL,
    attachment_id uuid NOT NULL,
    number        int NOT NULL CHECK (number > 0),
    file_id       uuid NOT NULL,
    sha256        bytea NOT NULL,
    size_bytes    bigint NOT NULL,
    media_type    text NOT NULL,
    added_at      timestamptz NOT NULL,
    added_by      text NOT NULL CHECK (length(added_by) <= 200),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, attachment_id, number),
    FOREIGN KEY (company_id, attachment_id) REFERENCES attachments (company_id, id),
    FOREIGN KEY (company_id, file_id) REFERENCES stored_files (company_id, id)
);
CREATE INDEX attachment_versions_file ON attachment_versions (company_id, file_id);
CALL erp_secure('attachment_versions');

-- Whoever asks: what must be kept is not removed, and not made to be kept for a shorter time.
CREATE FUNCTION keep_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND OLD.hold_reason IS NOT NULL THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'attachment.held',
            DETAIL = 'The file is on legal hold.';
    END IF;
    IF OLD.kept_until >= current_date AND (TG_OP = 'DELETE' OR NEW.kept_until IS NULL OR NEW.kept_until < OLD.kept_until) THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'attachment.retained',
            DETAIL = format('The file is to be kept until %s.', OLD.kept_until);
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
CREATE TRIGGER keep BEFORE DELETE OR UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION keep_attachment();
