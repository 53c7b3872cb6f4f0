-- Who signs in, to which companies one belongs, and what one may do there.
--
-- People are not rows of a company, since one may belong to several. What concerns them before a company is known is
-- kept from the application's role altogether and reached only through the functions below, each of which answers one
-- question by user name, session or token hash.

-- The user of the transaction; NULL outside one.
CREATE FUNCTION erp_user() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(current_setting('erp.user_id', true), '')::uuid
$$;

-- For tables without a company: closed to everybody but the owner, until a policy opens them a little.
CREATE PROCEDURE erp_close(name regclass) LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY owner ON %s TO %I USING (true) WITH CHECK (true)', name, current_user);
END $$;

-- What makes this installation unlike every other: a salt, so that even a short secret gives no guessable key.
CREATE TABLE installation (
    id         int PRIMARY KEY CHECK (id = 1),
    token_salt bytea NOT NULL,
    made_at    timestamptz NOT NULL DEFAULT now()
);
CALL erp_close('installation');
INSERT INTO installation (id, token_salt)
VALUES (1, sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8')));

CREATE FUNCTION installation_salt() RETURNS bytea
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT token_salt FROM installation
$$;

CREATE TABLE users (
    id                   uuid PRIMARY KEY,
    username             text NOT NULL UNIQUE CHECK (username = lower(username) AND length(username) BETWEEN 1 AND 254),
    name                 text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    password_hash        text NOT NULL,
    must_change_password boolean NOT NULL,
    administrator        boolean NOT NULL DEFAULT false, -- of the installation: may found companies
    not_before           timestamptz NOT NULL,           -- sessions that started earlier are over
    made_at              timestamptz NOT NULL DEFAULT now()
);

-- Which user belongs to which company, and as what. The id is the user's.
CREATE TABLE memberships (
    company_id uuid NOT NULL,
    id         uuid NOT NULL REFERENCES users (id),
    version    int NOT NULL,
    roles      text[] NOT NULL,
    active     boolean NOT NULL,
    PRIMARY KEY (company_id, id)
);
CREATE INDEX memberships_user ON memberships (id);
CALL erp_secure('memberships');

-- Roles that a company made for itself, beside those that come with the house.
CREATE TABLE roles (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 50),
    permissions text[] NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, name)
);
CALL erp_secure('roles');

-- A user sees himself and those of his company; he changes only himself. Whoever is invited is no administrator.
CALL erp_close('users');
CREATE POLICY colleagues ON users FOR SELECT
    USING (id = (SELECT erp_user()) OR EXISTS (SELECT 1 FROM memberships m WHERE m.id = users.id));
CREATE POLICY invited ON users FOR INSERT WITH CHECK (NOT administrator);
CREATE POLICY oneself ON users FOR UPDATE USING (id = (SELECT erp_user()));

-- One signing-in, until it is ended or no longer renewed.
CREATE TABLE sessions (
    id             uuid PRIMARY KEY,
    user_id        uuid NOT NULL REFERENCES users (id),
    chosen_company uuid NOT NULL,                        -- the nil UUID for none
    started_at     timestamptz NOT NULL,
    expires_at     timestamptz NOT NULL,
    ended_at       timestamptz,
    address        text
);
CREATE INDEX sessions_user ON sessions (user_id);
CREATE INDEX sessions_expiry ON sessions (expires_at);
CALL erp_close('sessions');

-- Each token renews its session once; a second time means that it was stolen, from whomever.
CREATE TABLE refresh_tokens (
    hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
    session_id uuid NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    made_at    timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX refresh_tokens_session ON refresh_tokens (session_id);
CALL erp_close('refresh_tokens');

-- Every attempt to sign in. The name of an unknown user is kept as a hash only: people mistype passwords into it.
CREATE TABLE sign_ins (
    id            uuid PRIMARY KEY,
    at            timestamptz NOT NULL,
    username_hash bytea NOT NULL,
    user_id       uuid REFERENCES users (id),
    address       text NOT NULL,
    outcome       text NOT NULL CHECK (outcome IN ('FAILED', 'SUCCEEDED'))
);
CREATE INDEX sign_ins_username ON sign_ins (username_hash, at);
CREATE INDEX sign_ins_address ON sign_ins (address, at);
CREATE INDEX sign_ins_user ON sign_ins (user_id, at);
CALL erp_close('sign_ins');
CREATE POLICY colleagues ON sign_ins FOR SELECT
    USING (EXISTS (SELECT 1 FROM memberships m WHERE m.id = sign_ins.user_id));

-- An attempt is written down as failed before the password is looked at, and may only become a success.
CREATE FUNCTION sign_ins_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome = 'FAILED' AND NEW.outcome = 'SUCCEEDED'
           AND (NEW.id, NEW.at, NEW.username_hash, NEW.user_id, NEW.address)
               IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.username_hash, OLD.user_id, OLD.address) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'record.immutable',
        DETAIL = 'The record of sign-ins is never changed or deleted.';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON sign_ins FOR EACH ROW EXECUTE FUNCTION sign_ins_change();
CREATE TRIGGER no_truncate BEFORE TRUNCATE ON sign_ins FOR EACH STATEMENT EXECUTE FUNCTION erp_refuse_change();

-- Seconds to wait after so many failures, of which some are free: 1, 2, 4 … and never more than five minutes.
CREATE FUNCTION sign_in_delay(failures bigint, free int) RETURNS double precision LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN failures < free THEN 0 ELSE least(300, 2 ^ least(failures - free, 20)) END
$$;

-- How long this user name and this address must still wait. Where the user has signed in from lately, only what failed
-- there counts: strangers elsewhere slow themselves down, not him.
CREATE FUNCTION sign_in_wait(hash bytea, from_address text) RETURNS int
    LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
DECLARE
    since timestamptz := clock_timestamp() - interval '15 minutes';
    familiar timestamptz := (SELECT max(at) FROM sign_ins WHERE username_hash = hash AND address = from_address
                             AND outcome = 'SUCCEEDED' AND at > clock_timestamp() - interval '30 days');
    free_at timestamptz;
BEGIN
    IF familiar IS NOT NULL THEN
        SELECT max(at) + sign_in_delay(count(*), 5) * interval '1 second' INTO free_at FROM sign_ins
        WHERE username_hash = hash AND address = from_address AND outcome = 'FAILED'
          AND at > greatest(since, familiar);
    ELSE
        SELECT greatest(
            (SELECT max(at) + sign_in_delay(count(*), 5) * interval '1 second' FROM sign_ins
             WHERE username_hash = hash AND outcome = 'FAILED' AND at > since),
            (SELECT max(at) + sign_in_delay(count(*), 30) * interval '1 second' FROM sign_ins
             WHERE address = from_address AND outcome = 'FAILED' AND at > since))
        INTO free_at;
    END IF;
    RETURN greatest(0, ceil(extract(epoch FROM coalesce(free_at, since) - clock_timestamp())));
END $$;

-- Writes an attempt down and answers what the password is to be compared with; or how long to wait, and nothing else.
CREATE FUNCTION sign_in_begin(attempt uuid, wanted text, from_address text)
    RETURNS TABLE (wait_seconds int, password_hash text)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    hash bytea := sha256(convert_to(wanted, 'UTF8'));
    wait int;
BEGIN
    -- Parallel attempts queue here, so that each sees the ones before.
    PERFORM pg_advisory_xact_lock(hashtextextended('sign-in of ' || wanted, 0));
    PERFORM pg_advisory_xact_lock(hashtextextended('sign-in from ' || from_address, 0));
    wait := sign_in_wait(hash, from_address);
    IF wait = 0 THEN
        INSERT INTO sign_ins (id, at, username_hash, user_id, address, outcome)
        VALUES (attempt, clock_timestamp(), hash, (SELECT u.id FROM users u WHERE u.username = wanted), from_address,
                'FAILED');
        RETURN QUERY SELECT 0, (SELECT u.password_hash FROM users u WHERE u.username = wanted);
    ELSE
        RETURN QUERY SELECT wait, NULL::text;
    END IF;
END $$;

-- The companies that a user belongs to.
CREATE FUNCTION companies_of_user(who uuid)
    RETURNS TABLE (company_id uuid, name text, country text, base_currency text, roles text[])
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.company_id, c.name, c.country, c.base_currency, m.roles
    FROM memberships m JOIN companies c ON c.company_id = m.company_id
    WHERE m.id = who AND m.active
    ORDER BY c.name, c.company_id
$$;

-- The wanted company if the user belongs to it; without a wish the first; the nil UUID if there is none.
CREATE FUNCTION company_for(who uuid, wanted uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(
        (SELECT c.company_id FROM companies_of_user(who) c WHERE c.company_id = wanted),
        CASE WHEN wanted IS NULL THEN (SELECT c.company_id FROM companies_of_user(who) c LIMIT 1) END,
        '00000000-0000-0000-0000-000000000000')
$$;

-- Begins a session with its first token.
CREATE FUNCTION session_begin(session uuid, who uuid, company uuid, token bytea, lifetime interval, from_address text)
    RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO sessions (id, user_id, chosen_company, started_at, expires_at, address)
    VALUES (session, who, company, clock_timestamp(), clock_timestamp() + lifetime, from_address);
    INSERT INTO refresh_tokens (hash, session_id, made_at) VALUES (token, session, clock_timestamp());
END $$;

-- The password was right: the attempt becomes a success. Answers who it is.
CREATE FUNCTION sign_in_succeed(attempt uuid)
    RETURNS TABLE (user_id uuid, username text, must_change_password boolean)
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH success AS (UPDATE sign_ins SET outcome = 'SUCCEEDED' WHERE id = attempt RETURNING sign_ins.user_id)
    SELECT u.id, u.username, u.must_change_password FROM success s JOIN users u ON u.id = s.user_id
$$;

-- Exchanges a token for the next. REUSED ends the session, ENDED says that it was over.
CREATE FUNCTION session_renew(token bytea, next_token bytea, lifetime interval)
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
        UPDATE sessions SET ended_at = coalesce(ended_at, clock_timestamp()) WHERE id = s.id;
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
    UPDATE sessions SET expires_at = clock_timestamp() + lifetime, chosen_company = company WHERE id = s.id;
    RETURN QUERY SELECT 'RENEWED', s.id, u.id, u.username, u.must_change_password, company;
END $$;

CREATE FUNCTION session_choose(session uuid, who uuid, company uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE sessions SET chosen_company = company
    WHERE id = session AND user_id = who AND company_for(who, company) = company;
    RETURN FOUND;
END $$;

CREATE FUNCTION session_end(session uuid, who uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE sessions SET ended_at = clock_timestamp() WHERE id = session AND user_id = who AND ended_at IS NULL
$$;

-- Lets a user into a company, at the start of every transaction: sets both for the policies and answers what he is
-- there. No row: the session is over, or he does not belong there (any more).
CREATE FUNCTION admit(company uuid, who uuid, session uuid)
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
          AND (m.id IS NOT NULL OR company = '00000000-0000-0000-0000-000000000000');
END $$;

-- Makes the first user, and only the first: many instances may start at once.
CREATE FUNCTION first_administrator(wanted uuid, wanted_username text, hash text, must_change boolean) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('first administrator', 0));
    IF EXISTS (SELECT 1 FROM users) THEN RETURN false; END IF;
    INSERT INTO users (id, username, name, password_hash, must_change_password, administrator, not_before)
    VALUES (wanted, wanted_username, 'Administrator', hash, must_change, true, clock_timestamp());
    RETURN true;
END $$;

CREATE FUNCTION any_user_exists() RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM users)
$$;

CREATE FUNCTION user_named(wanted text) RETURNS TABLE (id uuid, name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, u.name FROM users u WHERE u.username = wanted
$$;

-- Gives a user of the transaction's company a one-time password, unless he belongs elsewhere too or runs the
-- installation: then this company may not decide over him.
CREATE FUNCTION user_reset(who uuid, hash text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE users u SET password_hash = hash, must_change_password = true, not_before = clock_timestamp()
    WHERE u.id = who AND NOT u.administrator
      AND EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id = erp_company())
      AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id <> erp_company());
    RETURN FOUND;
END $$;
