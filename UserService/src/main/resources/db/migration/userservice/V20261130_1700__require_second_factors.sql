-- Who of a company must have a second factor. There is one such row for each company at most, with its id.
CREATE TABLE factor_policies (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    version    int NOT NULL,
    everybody  boolean NOT NULL,
    roles      text[] NOT NULL,                          -- whoever holds one of them, or stands in for such a one
    PRIMARY KEY (company_id, id)
);
CALL erp_secure('factor_policies');

CREATE FUNCTION has_factor(who uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM second_factors f WHERE f.user_id = who AND f.confirmed_at IS NOT NULL);
END $$;

-- The same of a member of the transaction's company; nothing is told of others.
CREATE FUNCTION member_has_factor(who uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM memberships m WHERE m.company_id = erp_company() AND m.id = who) AND has_factor(who);
END $$;

-- Whether the company asks a second factor of the user, who has none. The roles are those he acts with, beside his own.
CREATE FUNCTION lacks_factor(company uuid, who uuid, acting text[]) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    policy factor_policies;
BEGIN
    SELECT * INTO policy FROM factor_policies p WHERE p.company_id = company;
    IF policy.id IS NULL THEN RETURN false; END IF;
    RETURN (policy.everybody OR policy.roles && acting
            OR EXISTS (SELECT 1 FROM memberships m WHERE m.company_id = company AND m.id = who AND m.roles && policy.roles))
        AND NOT has_factor(who);
END $$;

-- As let_in, which the release before this one still calls, and whether a person has to set up a second factor first.
CREATE FUNCTION receive(company uuid, who uuid, session uuid)
    RETURNS TABLE (roles text[], own_permissions text[], administrator boolean, must_change_password boolean,
                   acting_for uuid, acting_for_name text, apart text[], ruled boolean, lacks_factor boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT l.*, session <> who AND lacks_factor(company, who, l.roles) FROM let_in(company, who, session) l;
END $$;
