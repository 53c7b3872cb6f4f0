-- A user sees the sessions of his own: where each began, with what, when it was last renewed, and why it ended.

ALTER TABLE sessions ADD COLUMN device text CHECK (length(device) <= 300);
ALTER TABLE sessions ADD COLUMN renewed_at timestamptz;
ALTER TABLE sessions ADD COLUMN end_reason text CHECK (end_reason IN ('SIGNED_OUT', 'ENDED', 'TOKEN_REUSED'));

CREATE POLICY oneself ON sessions FOR SELECT USING (user_id = (SELECT erp_user()));

-- The same as before, and with what device. The old one stays for instances that still call it.
CREATE FUNCTION session_begin(session uuid, who uuid, company uuid, token bytea, lifetime interval, from_address text,
                              from_device text) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO sessions (id, user_id, chosen_company, started_at, expires_at, address, device)
    VALUES (session, who, company, clock_timestamp(), clock_timestamp() + lifetime, from_address, from_device);
    INSERT INTO refresh_tokens (hash, session_id, made_at) VALUES (token, session, clock_timestamp());
END $$;

-- Exchanges a token for the next. REUSED ends the session and keeps why, ENDED says that it was over.
CREATE OR REPLACE FUNCTION session_renew(token bytea, next_token bytea, lifetime interval)
    RETURNS TABLE (outcome text, session_id uuid, user_id uuid, username text, must_change_password boolean,
                   company_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    t refresh_tokens;
    s sessions;
    u users;
    company uuid;
BEGIN
    SELECT * INTO t FROM refresh_tokens r WHERE r.hash = token FOR UPDATE;
    IF t.hash IS NULL THEN RETURN; END IF;
    SELECT * INTO s FROM sessions x WHERE x.id = t.session_id;
    SELECT * INTO u FROM users x WHERE x.id = s.user_id;
    IF t.used_at IS NOT NULL THEN
        UPDATE sessions SET ended_at = coalesce(ended_at, clock_timestamp()),
                            end_reason = CASE WHEN ended_at IS NULL THEN 'TOKEN_REUSED' ELSE end_reason END
        WHERE id = s.id;
        RETURN QUERY SELECT 'REUSED', s.id, u.id, u.username, false, s.chosen_company;
        RETURN;
    END IF;
    IF s.ended_at IS NOT NULL OR s.expires_at < clock_timestamp() OR s.started_at < u.not_before THEN
        RETURN QUERY SELECT 'ENDED', s.id, u.id, u.username, false, s.chosen_company;
        RETURN;
    END IF;
    company := company_for(u.id, s.chosen_company);
    UPDATE refresh_tokens SET used_at = clock_timestamp() WHERE hash = token;
    INSERT INTO refresh_tokens (hash, session_id, made_at) VALUES (next_token, s.id, clock_timestamp());
    UPDATE sessions SET expires_at = clock_timestamp() + lifetime, chosen_company = company,
                        renewed_at = clock_timestamp()
    WHERE id = s.id;
    RETURN QUERY SELECT 'RENEWED', s.id, u.id, u.username, u.must_change_password, company;
END $$;

CREATE OR REPLACE FUNCTION session_end(session uuid, who uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE sessions SET ended_at = clock_timestamp(), end_reason = 'SIGNED_OUT'
    WHERE id = session AND user_id = who AND ended_at IS NULL
$$;

-- Ends sessions of the user of the transaction: one of them, or all. Answers how many that were.
CREATE FUNCTION sessions_end(only_session uuid) RETURNS bigint
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH ended AS (
        UPDATE sessions SET ended_at = clock_timestamp(), end_reason = 'ENDED'
        WHERE user_id = erp_user() AND (only_session IS NULL OR id = only_session)
          AND ended_at IS NULL AND expires_at > clock_timestamp()
        RETURNING id)
    SELECT count(*) FROM ended
$$;
