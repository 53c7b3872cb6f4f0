-- Directories (LDAP) speak for a company's people as OpenID providers do; the passwords are typed here and compared there.

ALTER TABLE identity_providers ADD COLUMN kind text NOT NULL DEFAULT 'OPENID';
ALTER TABLE identity_providers ADD CONSTRAINT identity_providers_kind CHECK (kind IN ('OPENID', 'LDAP')) NOT VALID;
ALTER TABLE identity_providers
    ADD COLUMN address           text,
    ADD COLUMN bind_account      text,
    ADD COLUMN certificate       text,
    ADD COLUMN user_base         text,
    ADD COLUMN user_filter       text,
    ADD COLUMN name_attributes   text[],
    ADD COLUMN subject_attribute text,
    ADD COLUMN email_attribute   text,
    ADD COLUMN groups_attribute  text,
    ADD COLUMN group_base        text;
ALTER TABLE identity_providers
    ALTER COLUMN issuer DROP NOT NULL,
    ALTER COLUMN client_id DROP NOT NULL,
    ALTER COLUMN scopes DROP NOT NULL,
    ALTER COLUMN audience DROP NOT NULL,
    ALTER COLUMN email_claim DROP NOT NULL,
    ALTER COLUMN verified_claim DROP NOT NULL,
    ALTER COLUMN groups_claim DROP NOT NULL;
ALTER TABLE identity_providers ADD CONSTRAINT identity_providers_whole CHECK (CASE kind
    WHEN 'OPENID' THEN (issuer, client_id, scopes, audience, email_claim, verified_claim, groups_claim) IS NOT NULL
    ELSE (address, user_base, name_attributes, subject_attribute, email_attribute, groups_attribute) IS NOT NULL END)
    NOT VALID;

-- Whose it is, before anybody has signed in. The release before this one asks identity_provider_company and
-- identity_providers_for, which tell it of OpenID providers alone.
CREATE FUNCTION provider_company(provider uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.company_id FROM identity_providers p WHERE p.id = provider AND p.enabled
$$;
CREATE OR REPLACE FUNCTION identity_provider_company(provider uuid) RETURNS uuid
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.company_id FROM identity_providers p WHERE p.id = provider AND p.enabled AND p.kind = 'OPENID'
$$;

-- Who speaks for the addresses of a domain.
CREATE FUNCTION providers_for(mail_domain text)
    RETURNS TABLE (id uuid, kind text, name text, company_name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id, p.kind, p.name, c.name FROM identity_providers p JOIN companies c ON c.company_id = p.company_id
    WHERE p.enabled AND p.domains @> ARRAY[mail_domain] ORDER BY c.name, p.name, p.id
$$;
CREATE OR REPLACE FUNCTION identity_providers_for(mail_domain text)
    RETURNS TABLE (id uuid, name text, company_name text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.id, p.name, p.company_name FROM providers_for(mail_domain) p WHERE p.kind = 'OPENID'
$$;

-- Under which name attempts of whom a directory knows are counted: that of the account he has, or will have by his
-- address; NULL where he will get none.
CREATE FUNCTION name_by_directory(provider uuid, known_as text, address text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(
        (SELECT u.username FROM user_identities i JOIN users u ON u.id = i.user_id
         WHERE i.company_id = erp_company() AND i.provider_id = provider AND i.subject = known_as),
        (SELECT u.username FROM users u WHERE u.id = user_at(address)),
        address)
$$;

-- The password was right: the attempt becomes a success, of the user who may have got his account by it. False: it is
-- counted for somebody else, and he has a second factor, which nobody has asked for.
CREATE FUNCTION sign_in_by_directory(attempt uuid, offered uuid, who uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    s sign_ins;
BEGIN
    SELECT * INTO s FROM sign_ins x WHERE x.id = attempt;
    IF s.user_id IS DISTINCT FROM who AND has_factor(who) THEN RETURN false; END IF;
    UPDATE sign_ins SET outcome = 'SUCCEEDED' WHERE id = attempt;
    IF s.user_id IS DISTINCT FROM who THEN PERFORM sign_in_by_provider(offered, who, s.address); END IF;
    RETURN true;
END $$;

-- As before; only an OpenID provider asks for a second factor itself.
CREATE OR REPLACE FUNCTION receive(company uuid, who uuid, session uuid)
    RETURNS TABLE (roles text[], own_permissions text[], administrator boolean, must_change_password boolean,
                   acting_for uuid, acting_for_name text, apart text[], ruled boolean, lacks_factor boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY
        SELECT l.*, session <> who AND lacks_factor(company, who, l.roles)
                    AND NOT EXISTS (SELECT 1 FROM sessions s JOIN identity_providers p ON p.id = s.provider_id
                                    WHERE s.id = session AND p.company_id = company AND p.kind = 'OPENID')
        FROM let_in(company, who, session) l;
END $$;
