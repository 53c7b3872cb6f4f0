-- Takes everything off a user that says who he was, unless he still works in the company, belongs elsewhere too or runs
-- the installation. His row stays, since the books name its id.
CREATE FUNCTION user_erase(who uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE users u SET username = 'erased-' || who, name = '(erased)', password_hash = '', must_change_password = true,
                       not_before = clock_timestamp()
    WHERE u.id = who AND NOT u.administrator
      AND EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id = erp_company() AND NOT m.active)
      AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id <> erp_company());
    IF NOT FOUND THEN RETURN false; END IF;
    DELETE FROM recovery_codes r WHERE r.user_id = who;
    DELETE FROM second_factors f WHERE f.user_id = who;
    DELETE FROM sessions s WHERE s.user_id = who;
    RETURN true;
END $$;

-- Attempts to sign in go after 400 days, and not before, whoever asks.
CREATE OR REPLACE FUNCTION sign_ins_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome = 'FAILED' AND NEW.outcome IN ('SUCCEEDED', 'CODE_NEEDED')
           AND (NEW.id, NEW.at, NEW.username_hash, NEW.user_id, NEW.address)
               IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.username_hash, OLD.user_id, OLD.address) THEN
            RETURN NEW;
        END IF;
    ELSIF OLD.at < clock_timestamp() - interval '400 days' THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'record.immutable',
        DETAIL = 'The record of sign-ins is never changed, and not deleted before its time.';
END $$;

CREATE INDEX sign_ins_at ON sign_ins (at);
CREATE FUNCTION sign_ins_forget() RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    DELETE FROM sign_ins s WHERE s.at < clock_timestamp() - interval '400 days'
$$;
