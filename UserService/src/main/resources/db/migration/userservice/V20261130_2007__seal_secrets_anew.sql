-- Second factors of the company's members, whose secrets are encrypted with a key that is not in the database. They are
-- read to be encrypted with the key of today.
CREATE FUNCTION factors_of_members() RETURNS TABLE (user_id uuid, secret bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.user_id, f.secret FROM second_factors f
    JOIN memberships m ON m.company_id = erp_company() AND m.id = f.user_id
$$;

-- Puts the same secret, encrypted anew, in the place of what was read; unless that was changed meanwhile.
CREATE FUNCTION factor_seal_anew(who uuid, was bytea, sealed bytea) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE second_factors f SET secret = sealed FROM memberships m
    WHERE f.user_id = who AND f.secret = was AND m.company_id = erp_company() AND m.id = who
$$;
