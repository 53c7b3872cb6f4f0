-- The second factor of users: a secret shared with an app on the phone (RFC 6238), and codes for the day it is lost.

CREATE TABLE second_factors (
    user_id      uuid PRIMARY KEY REFERENCES users (id),
    secret       bytea NOT NULL,                         -- encrypted; the key is not in the database
    made_at      timestamptz NOT NULL DEFAULT now(),
    confirmed_at timestamptz,                            -- asked for at sign-in from then on
    last_step    bigint NOT NULL DEFAULT 0               -- the time step of the last code: each is good once
);
CALL erp_close('second_factors');
CREATE POLICY oneself ON second_factors USING (user_id = (SELECT erp_user()));

CREATE TABLE recovery_codes (
    user_id uuid NOT NULL REFERENCES users (id),
    hash    bytea NOT NULL CHECK (length(hash) = 32),
    used_at timestamptz,
    PRIMARY KEY (user_id, hash)
);
CALL erp_close('recovery_codes');
CREATE POLICY oneself ON recovery_codes USING (user_id = (SELECT erp_user()));

-- An attempt whose password was right, but which brought no code, is no failure of whoever knows the password.
ALTER TABLE sign_ins DROP CONSTRAINT sign_ins_outcome_check;
ALTER TABLE sign_ins ADD CONSTRAINT sign_ins_outcome_check
    CHECK (outcome IN ('FAILED', 'CODE_NEEDED', 'SUCCEEDED'));

CREATE OR REPLACE FUNCTION sign_ins_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.outcome = 'FAILED' AND NEW.outcome IN ('SUCCEEDED', 'CODE_NEEDED')
           AND (NEW.id, NEW.at, NEW.username_hash, NEW.user_id, NEW.address)
               IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.username_hash, OLD.user_id, OLD.address) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'record.immutable',
        DETAIL = 'The record of sign-ins is never changed or deleted.';
END $$;

CREATE FUNCTION sign_in_needs_code(attempt uuid) RETURNS void
    LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE sign_ins SET outcome = 'CODE_NEEDED' WHERE id = attempt
$$;

-- The second factor of whoever makes the attempt, if he has one.
CREATE FUNCTION factor_of(attempt uuid) RETURNS TABLE (user_id uuid, secret bytea)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT f.user_id, f.secret FROM sign_ins s JOIN second_factors f ON f.user_id = s.user_id
    WHERE s.id = attempt AND s.outcome = 'FAILED' AND f.confirmed_at IS NOT NULL
$$;

-- Uses up the code of a time step, and all before it. False: it was used already.
CREATE FUNCTION factor_use(attempt uuid, step bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE second_factors f SET last_step = step FROM sign_ins s
    WHERE s.id = attempt AND s.outcome = 'FAILED' AND f.user_id = s.user_id AND f.last_step < step;
    RETURN FOUND;
END $$;

-- Uses up a recovery code. False: there is no such code, or it was used already.
CREATE FUNCTION recovery_use(attempt uuid, code_hash bytea) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE recovery_codes r SET used_at = clock_timestamp() FROM sign_ins s
    WHERE s.id = attempt AND s.outcome = 'FAILED' AND r.user_id = s.user_id AND r.hash = code_hash
      AND r.used_at IS NULL;
    RETURN FOUND;
END $$;

-- Takes the second factor off a user of the transaction's company, unless he belongs elsewhere too or runs the
-- installation: then this company may not decide over him.
CREATE FUNCTION factor_remove(who uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM users u WHERE u.id = who AND NOT u.administrator
                   AND EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id = erp_company())
                   AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id <> erp_company())) THEN
        RETURN false;
    END IF;
    DELETE FROM recovery_codes WHERE user_id = who;
    DELETE FROM second_factors WHERE user_id = who;
    RETURN true;
END $$;
