-- Bearer tokens of identity providers: all of one signing-in there make one session here, which can be ended here.

ALTER TABLE sessions ADD COLUMN token_key bytea CHECK (length(token_key) = 32);
CREATE UNIQUE INDEX sessions_token_key ON sessions (provider_id, user_id, token_key) WHERE token_key IS NOT NULL;

-- Who is meant by tokens of an issuer, and for whom they have to be.
CREATE FUNCTION identity_providers_of(wanted text) RETURNS TABLE (id uuid, audience text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id, p.audience FROM identity_providers p WHERE p.enabled AND p.issuer = wanted ORDER BY p.id
$$;

-- The session that such a token belongs to, which lasts as long as its latest token; begun is the one that is offered.
-- No row: it was ended here.
CREATE FUNCTION session_of_token(offered uuid, who uuid, company uuid, key bytea, until timestamptz, from_address text,
                                 from_device text, by_provider uuid, seen_at timestamptz)
    RETURNS TABLE (session uuid)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO sessions AS s (id, user_id, chosen_company, started_at, expires_at, address, device, provider_id,
                               authenticated_at, token_key)
    VALUES (offered, who, company, clock_timestamp(), until, from_address, from_device, by_provider, seen_at, key)
    ON CONFLICT (provider_id, user_id, token_key) WHERE token_key IS NOT NULL
    DO UPDATE SET expires_at = greatest(s.expires_at, excluded.expires_at), renewed_at = clock_timestamp(),
                  authenticated_at = excluded.authenticated_at
    WHERE s.ended_at IS NULL
    RETURNING s.id
$$;
