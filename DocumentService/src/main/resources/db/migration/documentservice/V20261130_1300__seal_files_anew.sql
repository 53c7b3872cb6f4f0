-- A file that is sealed with a new key is written beside the old one, which whoever reads it keeps for a while.
ALTER TABLE stored_files ADD blob_id uuid;              -- where its bytes are; null for its own id
CREATE UNIQUE INDEX stored_files_blob ON stored_files (company_id, coalesce(blob_id, id));
CREATE INDEX stored_files_key ON stored_files (key_id);

-- Names companies, and nothing of them, to whoever lets a new key take over.
CREATE FUNCTION companies_with_files_sealed_otherwise(key text) RETURNS TABLE (company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT f.company_id FROM stored_files f WHERE (f.key_id < key OR f.key_id > key) AND f.lost_at IS NULL
$$;

CREATE INDEX mail_settings_key ON mail_settings (left(sealed_password, 16));
CREATE FUNCTION companies_with_mail_sealed_otherwise(head text) RETURNS TABLE (company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.company_id FROM mail_settings s
    WHERE left(s.sealed_password, 16) < head OR left(s.sealed_password, 16) > head
$$;

-- Blobs that no row uses any more, and since when: backups that were begun before shall still find them.
CREATE TABLE released_blobs (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    released_at timestamptz NOT NULL,
    PRIMARY KEY (company_id, id)
);
CALL erp_secure('released_blobs');
