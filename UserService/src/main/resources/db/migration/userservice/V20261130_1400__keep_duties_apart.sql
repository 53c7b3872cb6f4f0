-- Duties that one person shall not have both, exceptions from that, and who stands in for whom.

-- Which date it is in a company.
CREATE FUNCTION company_today(company uuid) RETURNS date
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (clock_timestamp() AT TIME ZONE c.time_zone)::date FROM companies c WHERE c.company_id = company
$$;

-- Two permissions, the first before the second by name. A pair that no longer holds stays, with its end.
CREATE TABLE duty_pairs (
    company_id        uuid NOT NULL,
    id                uuid NOT NULL,
    version           int NOT NULL,
    first_permission  text NOT NULL CHECK (length(first_permission) <= 100),
    second_permission text NOT NULL CHECK (length(second_permission) <= 100),
    because           text NOT NULL CHECK (length(because) BETWEEN 1 AND 500),
    made_at           timestamptz NOT NULL,
    ended_at          timestamptz,
    PRIMARY KEY (company_id, id),
    CHECK (first_permission COLLATE "C" < second_permission COLLATE "C")
);
CREATE UNIQUE INDEX duty_pairs_in_force ON duty_pairs (company_id, first_permission, second_permission)
    WHERE ended_at IS NULL;
CALL erp_secure('duty_pairs');

-- For whom a pair does not hold, from one date to another, and who answers for it.
CREATE TABLE duty_exceptions (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    version    int NOT NULL,
    pair_id    uuid NOT NULL,
    user_id    uuid NOT NULL,
    reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    starts_on  date NOT NULL,
    ends_on    date NOT NULL,
    signed_by  uuid NOT NULL,
    signed_at  timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, pair_id) REFERENCES duty_pairs (company_id, id),
    FOREIGN KEY (company_id, user_id) REFERENCES memberships (company_id, id),
    CHECK (ends_on BETWEEN starts_on AND starts_on + 366),
    CHECK (signed_by <> user_id)
);
CREATE INDEX duty_exceptions_pair ON duty_exceptions (company_id, pair_id);
CREATE INDEX duty_exceptions_user ON duty_exceptions (company_id, user_id);
CALL erp_secure('duty_exceptions');

-- Who may act for whom while he is away.
CREATE TABLE delegations (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    version    int NOT NULL,
    absent_id  uuid NOT NULL,
    stand_in_id uuid NOT NULL,
    reason     text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    starts_on  date NOT NULL,
    ends_on    date NOT NULL,
    made_by    uuid NOT NULL,
    made_at    timestamptz NOT NULL,
    revoked_at timestamptz,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, absent_id) REFERENCES memberships (company_id, id),
    FOREIGN KEY (company_id, stand_in_id) REFERENCES memberships (company_id, id),
    CHECK (ends_on BETWEEN starts_on AND starts_on + 366),
    CHECK (absent_id <> stand_in_id)
);
CREATE INDEX delegations_absent ON delegations (company_id, absent_id);
CREATE INDEX delegations_stand_in ON delegations (company_id, stand_in_id);
CALL erp_secure('delegations');

-- For whom the session acts; nobody else's rights come with it unless a delegation says so today.
ALTER TABLE sessions ADD COLUMN acting_for uuid;

CREATE FUNCTION delegation_holds(company uuid, absent uuid, stand_in uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT 1 FROM delegations d JOIN memberships m ON m.company_id = d.company_id AND m.id = d.absent_id AND m.active
        WHERE d.company_id = company AND d.absent_id = absent AND d.stand_in_id = stand_in AND d.revoked_at IS NULL
          AND company_today(company) BETWEEN d.starts_on AND d.ends_on)
$$;

-- Lets the session act for another from the next transaction on; for nobody when null. False: there is no delegation.
CREATE FUNCTION session_act_for(session uuid, who uuid, absent uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE sessions SET acting_for = absent
    WHERE id = session AND user_id = who AND ended_at IS NULL
      AND (absent IS NULL OR delegation_holds(erp_company(), absent, who));
    RETURN FOUND;
END $$;

-- The pairs of duties that hold for a user today, each as its two permissions.
CREATE FUNCTION duties_apart(company uuid, who uuid) RETURNS text[]
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT ARRAY(
        SELECT p.first_permission || ' ' || p.second_permission FROM duty_pairs p
        WHERE p.company_id = company AND p.ended_at IS NULL AND NOT EXISTS (
            SELECT 1 FROM duty_exceptions e
            WHERE e.company_id = company AND e.pair_id = p.id AND e.user_id = who AND e.revoked_at IS NULL
              AND company_today(company) BETWEEN e.starts_on AND e.ends_on))
$$;

-- How far one permission of one role reaches: to the own records, or up to an amount in base currency.
CREATE TABLE record_rules (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    version    int NOT NULL,
    role       text NOT NULL CHECK (length(role) <= 50),
    permission text NOT NULL CHECK (length(permission) <= 100),
    own_only   boolean NOT NULL,
    amount_max numeric(19, 4) CHECK (amount_max >= 0),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, role, permission),
    CHECK (own_only OR amount_max IS NOT NULL)
);
CALL erp_secure('record_rules');

-- As admit, which the release before this one still calls, and for whom the user stands in, with whose roles, which duties
-- are kept apart, and whether some of his permissions do not reach to all records.
CREATE FUNCTION let_in(company uuid, who uuid, session uuid)
    RETURNS TABLE (roles text[], own_permissions text[], administrator boolean, must_change_password boolean,
                   acting_for uuid, acting_for_name text, apart text[], ruled boolean)
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM set_config('erp.company_id', company::text, true), set_config('erp.user_id', who::text, true);
    RETURN QUERY
        SELECT coalesce(a.roles, m.roles, '{}'),
               ARRAY(SELECT p FROM roles r, unnest(r.permissions) p WHERE r.company_id = company
                     AND r.name = ANY (coalesce(a.roles, m.roles))),
               u.administrator AND a.id IS NULL, u.must_change_password, a.id, a.username, duties_apart(company, who),
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
        UNION ALL
        SELECT '{}', k.permissions, false, false, NULL, NULL, duties_apart(company, who), false
        FROM api_keys k
        WHERE k.company_id = company AND k.id = session AND k.id = who
          AND k.revoked_at IS NULL AND k.expires_at > clock_timestamp();
END $$;
