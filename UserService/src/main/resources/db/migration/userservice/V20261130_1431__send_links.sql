-- Links that are sent by e-mail, each good once and for a while: to choose the first or another password, and to
-- confirm an e-mail address.

ALTER TABLE users ADD COLUMN email text CHECK (length(email) <= 254 AND email = lower(email));
UPDATE users SET email = username WHERE username LIKE '%_@_%._%';

-- An address that is to become the user's, once both sides have said so.
CREATE TABLE email_changes (
    id           uuid PRIMARY KEY,
    user_id      uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    email        text NOT NULL CHECK (length(email) <= 254 AND email = lower(email)),
    old_said_yes boolean NOT NULL,               -- also when there is no old address
    new_said_yes boolean NOT NULL DEFAULT false,
    made_at      timestamptz NOT NULL
);
CREATE INDEX email_changes_user ON email_changes (user_id);
CALL erp_close('email_changes');

CREATE TABLE account_links (
    hash       bytea PRIMARY KEY CHECK (length(hash) = 32),
    user_id    uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    purpose    text NOT NULL CHECK (purpose IN ('PASSWORD', 'OLD_EMAIL', 'NEW_EMAIL')),
    change_id  uuid REFERENCES email_changes (id) ON DELETE CASCADE,
    made_at    timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
CREATE INDEX account_links_user ON account_links (user_id);
CREATE INDEX account_links_change ON account_links (change_id) WHERE change_id IS NOT NULL;
CALL erp_close('account_links');

-- Makes a link to choose a password. A newer one takes the place of the older; not within two minutes, unless that was
-- used: false.
CREATE FUNCTION password_link(link bytea, who uuid, lifetime interval) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM users u WHERE u.id = who FOR UPDATE;
    IF NOT FOUND OR EXISTS (SELECT 1 FROM account_links l WHERE l.user_id = who AND l.purpose = 'PASSWORD'
                            AND l.used_at IS NULL AND l.made_at > clock_timestamp() - interval '2 minutes') THEN
        RETURN false;
    END IF;
    DELETE FROM account_links l WHERE l.user_id = who AND l.purpose = 'PASSWORD';
    INSERT INTO account_links (hash, user_id, purpose, made_at, expires_at)
    VALUES (link, who, 'PASSWORD', clock_timestamp(), clock_timestamp() + lifetime);
    RETURN true;
END $$;

-- Who forgot his password, by user name, with the companies whose mail server might carry a letter.
CREATE FUNCTION who_forgot(wanted text) RETURNS TABLE (user_id uuid, username text, email text, company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, u.username, u.email, m.company_id FROM users u JOIN memberships m ON m.id = u.id AND m.active
    WHERE u.username = wanted AND u.email IS NOT NULL ORDER BY m.company_id
$$;

-- Whose link to choose a password it is, if it is still good.
CREATE FUNCTION password_link_of(link bytea) RETURNS TABLE (user_id uuid, username text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, u.username FROM account_links l JOIN users u ON u.id = l.user_id
    WHERE l.hash = link AND l.purpose = 'PASSWORD' AND l.used_at IS NULL AND l.expires_at > clock_timestamp()
$$;

-- Uses the link up: sets the password and ends all sessions. False: it is used or too old.
CREATE FUNCTION password_link_use(link bytea, new_hash text) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who uuid;
BEGIN
    UPDATE account_links l SET used_at = clock_timestamp()
    WHERE l.hash = link AND l.purpose = 'PASSWORD' AND l.used_at IS NULL AND l.expires_at > clock_timestamp()
    RETURNING l.user_id INTO who;
    IF NOT FOUND THEN RETURN false; END IF;
    UPDATE users u SET password_hash = new_hash, must_change_password = false, not_before = clock_timestamp()
    WHERE u.id = who;
    RETURN true;
END $$;

-- Begins a change of the acting user's address, with a link for either side; the last one begun counts.
CREATE FUNCTION email_change_begin(change uuid, wanted text, old_link bytea, new_link bytea, lifetime interval)
    RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who uuid := erp_user();
BEGIN
    DELETE FROM email_changes c WHERE c.user_id = who;
    INSERT INTO email_changes (id, user_id, email, old_said_yes, made_at)
    VALUES (change, who, wanted, old_link IS NULL, clock_timestamp());
    INSERT INTO account_links (hash, user_id, purpose, change_id, made_at, expires_at)
    SELECT l.hash, who, l.purpose, change, clock_timestamp(), clock_timestamp() + lifetime
    FROM (VALUES (old_link, 'OLD_EMAIL'), (new_link, 'NEW_EMAIL')) l (hash, purpose) WHERE l.hash IS NOT NULL;
END $$;

-- One side says yes. CHANGED: both have, and the address is the user's now, also as his name to sign in with if the old
-- one was; WAITING: the other has not yet; TAKEN: somebody signs in by that name. No row: the link is used or too old.
CREATE FUNCTION email_change_confirm(link bytea) RETURNS TABLE (outcome text, user_id uuid)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    l account_links;
    c email_changes;
    u users;
BEGIN
    UPDATE account_links x SET used_at = clock_timestamp()
    WHERE x.hash = link AND x.purpose <> 'PASSWORD' AND x.used_at IS NULL AND x.expires_at > clock_timestamp()
    RETURNING x.* INTO l;
    IF NOT FOUND THEN RETURN; END IF;
    UPDATE email_changes x SET old_said_yes = x.old_said_yes OR l.purpose = 'OLD_EMAIL',
                               new_said_yes = x.new_said_yes OR l.purpose = 'NEW_EMAIL'
    WHERE x.id = l.change_id RETURNING x.* INTO c;
    IF NOT (c.old_said_yes AND c.new_said_yes) THEN
        RETURN QUERY SELECT 'WAITING', l.user_id;
        RETURN;
    END IF;
    SELECT * INTO u FROM users x WHERE x.id = l.user_id FOR UPDATE;
    IF u.username = u.email THEN
        IF EXISTS (SELECT 1 FROM users x WHERE x.username = c.email AND x.id <> u.id) THEN
            RETURN QUERY SELECT 'TAKEN', u.id;
            RETURN;
        END IF;
        UPDATE users x SET username = c.email WHERE x.id = u.id;
    END IF;
    UPDATE users x SET email = c.email WHERE x.id = u.id;
    DELETE FROM email_changes x WHERE x.id = c.id;
    RETURN QUERY SELECT 'CHANGED', u.id;
END $$;

-- The address of whom a session belongs to, and in which company he last worked: for a letter that warns him.
CREATE FUNCTION owner_of_session(session uuid) RETURNS TABLE (user_id uuid, email text, username text, company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT u.id, u.email, u.username, s.chosen_company FROM sessions s JOIN users u ON u.id = s.user_id
    WHERE s.id = session AND u.email IS NOT NULL AND s.chosen_company IS NOT NULL
$$;

-- As before, and the address.
CREATE OR REPLACE FUNCTION user_erase(who uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE users u SET username = 'erased-' || who, name = '(erased)', email = NULL, password_hash = '',
                       must_change_password = true, not_before = clock_timestamp()
    WHERE u.id = who AND NOT u.administrator
      AND EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id = erp_company() AND NOT m.active)
      AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id <> erp_company());
    IF NOT FOUND THEN RETURN false; END IF;
    DELETE FROM recovery_codes r WHERE r.user_id = who;
    DELETE FROM second_factors f WHERE f.user_id = who;
    DELETE FROM sessions s WHERE s.user_id = who;
    DELETE FROM email_changes c WHERE c.user_id = who;
    DELETE FROM account_links l WHERE l.user_id = who;
    RETURN true;
END $$;
