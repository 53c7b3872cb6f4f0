-- Keys with which machines work in a company: each is an actor of its own, with permissions of its own, kept as a hash.

CREATE TABLE api_keys (
    company_id        uuid NOT NULL,
    id                uuid NOT NULL,
    version           int NOT NULL,
    name              text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    beginning         text NOT NULL,                -- of the key, so that people tell keys apart
    hash              bytea NOT NULL CHECK (length(hash) = 32),
    previous_hash     bytea CHECK (length(previous_hash) = 32),
    previous_until    timestamptz,                  -- the key before the last rotation is good until then
    permissions       text[] NOT NULL,
    networks          text[] NOT NULL,              -- none: from everywhere
    made_by           uuid NOT NULL,
    made_at           timestamptz NOT NULL,
    expires_at        timestamptz NOT NULL,
    revoked_at        timestamptz,
    last_used_at      timestamptz,
    last_used_address text,
    PRIMARY KEY (company_id, id),
    CHECK ((previous_hash IS NULL) = (previous_until IS NULL))
);
CREATE INDEX api_keys_hash ON api_keys (hash);
CREATE INDEX api_keys_previous_hash ON api_keys (previous_hash) WHERE previous_hash IS NOT NULL;
CREATE INDEX api_keys_name ON api_keys (company_id, name, id);
CALL erp_secure('api_keys');

-- Whose key that is, before a company is known. stale: its last use is to be noted again, once a minute at most.
CREATE FUNCTION api_key_find(key_hash bytea, from_address text)
    RETURNS TABLE (company_id uuid, id uuid, name text, networks text[], stale boolean)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.company_id, k.id, k.name, k.networks,
           k.last_used_at IS NULL OR k.last_used_at < clock_timestamp() - interval '1 minute'
               OR k.last_used_address IS DISTINCT FROM from_address
    FROM api_keys k
    WHERE (k.hash = key_hash OR k.previous_hash = key_hash AND k.previous_until > clock_timestamp())
      AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp()
$$;

CREATE FUNCTION api_key_used(company uuid, key uuid, from_address text) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE api_keys SET last_used_at = clock_timestamp(), last_used_address = from_address
    WHERE company_id = company AND id = key
$$;

-- Lets a user or a machine into a company, at the start of every transaction: sets both for the policies and answers
-- what he is there. No row: the session or the key is over, or he does not belong there (any more).
CREATE OR REPLACE FUNCTION admit(company uuid, who uuid, session uuid)
    RETURNS TABLE (roles text[], own_permissions text[], administrator boolean, must_change_password boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('erp.company_id', company::text, true), set_config('erp.user_id', who::text, true);
    RETURN QUERY
        SELECT coalesce(m.roles, '{}'),
               ARRAY(SELECT p FROM roles r, unnest(r.permissions) p WHERE r.company_id = company
                     AND r.name = ANY (m.roles)),
               u.administrator, u.must_change_password
        FROM sessions s
        JOIN users u ON u.id = s.user_id AND s.started_at >= u.not_before
        LEFT JOIN memberships m ON m.company_id = company AND m.id = u.id AND m.active
        WHERE s.id = session AND s.user_id = who AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
          AND (m.id IS NOT NULL OR company = '00000000-0000-0000-0000-000000000000')
        UNION ALL
        SELECT '{}', k.permissions, false, false
        FROM api_keys k
        WHERE k.company_id = company AND k.id = session AND k.id = who
          AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp();
END $$;
