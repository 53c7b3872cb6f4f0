-- When the owner of a session has last proved anew that it is he; NULL: not since it began.
ALTER TABLE sessions ADD COLUMN proven_at timestamptz;

CREATE FUNCTION session_prove(session uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE sessions SET proven_at = clock_timestamp() WHERE id = session AND user_id = erp_user() AND ended_at IS NULL
$$;
