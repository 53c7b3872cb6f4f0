-- Identity providers that speak for a company's people (OpenID Connect), and whom they have spoken for.

CREATE TABLE identity_providers (
    company_id     uuid NOT NULL,
    id             uuid NOT NULL,
    version        int NOT NULL,
    name           text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    enabled        boolean NOT NULL,
    issuer         text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 500),
    client_id      text NOT NULL CHECK (length(client_id) BETWEEN 1 AND 200),
    client_secret  bytea,                           -- encrypted; the key is not in the database
    scopes         text NOT NULL CHECK (length(scopes) <= 500),
    audience       text NOT NULL CHECK (length(audience) BETWEEN 1 AND 200),
    email_claim    text NOT NULL CHECK (length(email_claim) <= 100),
    verified_claim text NOT NULL CHECK (length(verified_claim) <= 100),
    groups_claim   text NOT NULL CHECK (length(groups_claim) <= 100),
    domains        text[] NOT NULL CHECK (cardinality(domains) > 0),
    roles          jsonb NOT NULL,
    PRIMARY KEY (company_id, id)
);
CREATE INDEX identity_providers_name ON identity_providers (company_id, name, id);
CREATE INDEX identity_providers_domains ON identity_providers USING gin (domains);
CREATE INDEX identity_providers_issuer ON identity_providers (issuer);
CALL erp_secure('identity_providers');

-- Which user a provider means by a subject. The link outlives a change of address.
CREATE TABLE user_identities (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    provider_id uuid NOT NULL,
    subject     text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
    user_id     uuid NOT NULL,
    linked_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, provider_id, subject),
    FOREIGN KEY (company_id, provider_id) REFERENCES identity_providers (company_id, id) ON DELETE CASCADE
);
CREATE INDEX user_identities_user ON user_identities (company_id, user_id);
CALL erp_secure('user_identities');

-- By which provider a session began, and when that last saw its person; NULL: by a password here. Such a session is
-- good in the provider's company alone, since no company's provider speaks for another's data.
ALTER TABLE sessions ADD COLUMN provider_id uuid;
ALTER TABLE sessions ADD COLUMN authenticated_at timestamptz;

-- Whose provider it is, before anybody has signed in.
CREATE FUNCTION identity_provider_company(provider uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.company_id FROM identity_providers p WHERE p.id = provider AND p.enabled
$$;

-- Who speaks for the addresses of a domain.
CREATE FUNCTION identity_providers_for(mail_domain text)
    RETURNS TABLE (id uuid, name text, company_name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id, p.name, c.name FROM identity_providers p JOIN companies c ON c.company_id = p.company_id
    WHERE p.enabled AND p.domains @> ARRAY[mail_domain] ORDER BY c.name, p.name, p.id
$$;

-- The first of the domains that another company speaks for already; empty for none. Whoever claims domains queues here.
CREATE FUNCTION domain_of_others(wanted text[]) RETURNS text
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('domains of identity providers', 0));
    RETURN coalesce((SELECT min(d) FROM identity_providers p, unnest(p.domains) d
                     WHERE p.company_id <> erp_company() AND p.domains && wanted AND d = ANY (wanted)), '');
END $$;

-- The user whom an address means: who signs in by it, or else the only one who gets letters there.
CREATE FUNCTION user_at(address text) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(
        (SELECT u.id FROM users u WHERE u.username = address),
        (SELECT (array_agg(u.id))[1] FROM users u WHERE u.email = address HAVING count(*) = 1))
$$;
CREATE INDEX users_email ON users (email) WHERE email IS NOT NULL;

-- A provider has proved who it is: an attempt that succeeded.
CREATE FUNCTION sign_in_by_provider(attempt uuid, who uuid, from_address text) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO sign_ins (id, at, username_hash, user_id, address, outcome)
    SELECT attempt, clock_timestamp(), sha256(convert_to(u.username, 'UTF8')), u.id, from_address, 'SUCCEEDED'
    FROM users u WHERE u.id = who
$$;

-- Begins the session of whom a provider has proved, without a token that would renew it: the provider is asked again.
CREATE FUNCTION session_begin_by_provider(session uuid, who uuid, company uuid, lifetime interval, from_address text,
                                          from_device text, by_provider uuid, seen_at timestamptz) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO sessions (id, user_id, chosen_company, started_at, expires_at, address, device, provider_id,
                          authenticated_at)
    VALUES (session, who, company, clock_timestamp(), clock_timestamp() + lifetime, from_address, from_device,
            by_provider, seen_at)
$$;

CREATE OR REPLACE FUNCTION session_choose(session uuid, who uuid, company uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE sessions SET chosen_company = company
    WHERE id = session AND user_id = who AND company_for(who, company) = company
      AND (provider_id IS NULL OR chosen_company = company);
    RETURN FOUND;
END $$;

-- By which provider a session of the transaction's user began.
CREATE FUNCTION provider_of_session(session uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT s.provider_id FROM sessions s WHERE s.id = session AND s.user_id = erp_user()
$$;

-- As before, and whoever came by a provider is let into its company alone, while it speaks for people there: with no
-- password that he would have to change, and no right over the installation.
CREATE OR REPLACE FUNCTION let_in(company uuid, who uuid, session uuid)
    RETURNS TABLE (roles text[], own_permissions text[], administrator boolean, must_change_password boolean,
                   acting_for uuid, acting_for_name text, apart text[], ruled boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('erp.company_id', company::text, true), set_config('erp.user_id', who::text, true);
    RETURN QUERY
        SELECT coalesce(a.roles, m.roles, '{}'),
               ARRAY(SELECT p FROM roles r, unnest(r.permissions) p WHERE r.company_id = company
                     AND r.name = ANY (coalesce(a.roles, m.roles))),
               u.administrator AND a.id IS NULL AND s.provider_id IS NULL,
               u.must_change_password AND s.provider_id IS NULL,
               a.id, a.username, duties_apart(company, who),
               EXISTS (SELECT 1 FROM record_rules l WHERE l.company_id = company
                       AND l.role = ANY (coalesce(a.roles, m.roles)))
        FROM sessions s
        JOIN users u ON u.id = s.user_id AND s.started_at >= u.not_before
        LEFT JOIN memberships m ON m.company_id = company AND m.id = u.id AND m.active
        LEFT JOIN LATERAL (
            SELECT am.id, am.roles, au.username FROM memberships am JOIN users au ON au.id = am.id
            WHERE s.acting_for IS NOT NULL AND am.company_id = company AND am.id = s.acting_for
              AND delegation_holds(company, s.acting_for, who)) a ON true
        WHERE s.id = session AND s.user_id = who AND s.ended_at IS NULL AND s.expires_at > clock_timestamp()
          AND (m.id IS NOT NULL OR company = '00000000-0000-0000-0000-000000000000')
          AND (s.provider_id IS NULL OR EXISTS (SELECT 1 FROM identity_providers p
               WHERE p.company_id = company AND p.id = s.provider_id AND p.enabled))
        UNION ALL
        SELECT '{}', k.permissions, false, false, NULL, NULL, duties_apart(company, who), false
        FROM api_keys k
        WHERE k.company_id = company AND k.id = session AND k.id = who
          AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp();
END $$;

-- As before, but for those whom a provider speaks for: they get no password by e-mail that would lead past it.
CREATE OR REPLACE FUNCTION who_forgot(wanted text)
    RETURNS TABLE (user_id uuid, username text, email text, company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, u.username, u.email, m.company_id FROM users u JOIN memberships m ON m.id = u.id AND m.active
    WHERE u.username = wanted AND u.email IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM user_identities i JOIN identity_providers p
                      ON p.company_id = i.company_id AND p.id = i.provider_id AND p.enabled WHERE i.user_id = u.id)
    ORDER BY m.company_id
$$;
CREATE INDEX user_identities_person ON user_identities (user_id);

-- As before, but for whoever came by a provider: a second factor is the provider's to ask.
CREATE OR REPLACE FUNCTION receive(company uuid, who uuid, session uuid)
    RETURNS TABLE (roles text[], own_permissions text[], administrator boolean, must_change_password boolean,
                   acting_for uuid, acting_for_name text, apart text[], ruled boolean, lacks_factor boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
        SELECT l.*, session <> who AND lacks_factor(company, who, l.roles)
                    AND NOT EXISTS (SELECT 1 FROM sessions s WHERE s.id = session AND s.provider_id IS NOT NULL)
        FROM let_in(company, who, session) l;
END $$;
