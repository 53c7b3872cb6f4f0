-- Passkeys (WebAuthn): keys that the devices of users keep, and prove without showing.
CREATE TABLE passkeys (
    id              uuid PRIMARY KEY,
    user_id         uuid NOT NULL REFERENCES users (id),
    credential_id   bytea NOT NULL UNIQUE CHECK (length(credential_id) BETWEEN 1 AND 1023),
    attestation     bytea NOT NULL,                      -- as the device made it; holds the public key
    signature_count bigint NOT NULL CHECK (signature_count >= 0),
    name            text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
    made_at         timestamptz NOT NULL DEFAULT now(),
    used_at         timestamptz
);
CREATE INDEX passkeys_user ON passkeys (user_id);
CALL erp_close('passkeys');
CREATE POLICY oneself ON passkeys USING (user_id = (SELECT erp_user()));

-- Whose passkey it is, and what it is verified with: asked before anybody has signed in.
CREATE FUNCTION passkey_of(credential bytea)
    RETURNS TABLE (user_id uuid, username text, attestation bytea, signature_count bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT p.user_id, u.username, p.attestation, p.signature_count
    FROM passkeys p JOIN users u ON u.id = p.user_id WHERE p.credential_id = credential
$$;

-- Notes that an attempt was made with the passkey, whose device counts its signatures. False: it is not his who tries.
CREATE FUNCTION passkey_use(attempt uuid, credential bytea, signatures bigint) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE passkeys p SET signature_count = signatures, used_at = clock_timestamp() FROM sign_ins s
    WHERE s.id = attempt AND s.outcome = 'FAILED' AND p.user_id = s.user_id AND p.credential_id = credential;
    RETURN FOUND;
END $$;

-- A passkey is a second factor, too: with one alone a password is not enough any more.
CREATE OR REPLACE FUNCTION has_factor(who uuid) RETURNS boolean
    LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT 1 FROM second_factors f WHERE f.user_id = who AND f.confirmed_at IS NOT NULL)
        OR EXISTS (SELECT 1 FROM passkeys p WHERE p.user_id = who);
END $$;

-- Whether whoever makes the attempt has to bring more than his password.
CREATE FUNCTION factor_needed(attempt uuid) RETURNS boolean
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (SELECT 1 FROM sign_ins s WHERE s.id = attempt AND s.outcome = 'FAILED' AND has_factor(s.user_id))
$$;

-- With the passkeys, which may be lost with the phone.
CREATE OR REPLACE FUNCTION factor_remove(who uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM users u WHERE u.id = who AND NOT u.administrator
                   AND EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id = erp_company())
                   AND NOT EXISTS (SELECT 1 FROM memberships m WHERE m.id = who AND m.company_id <> erp_company())) THEN
        RETURN false;
    END IF;
    DELETE FROM recovery_codes WHERE user_id = who;
    DELETE FROM second_factors WHERE user_id = who;
    DELETE FROM passkeys WHERE user_id = who;
    RETURN true;
END $$;

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
    DELETE FROM passkeys p WHERE p.user_id = who;
    DELETE FROM sessions s WHERE s.user_id = who;
    DELETE FROM email_changes c WHERE c.user_id = who;
    DELETE FROM account_links l WHERE l.user_id = who;
    RETURN true;
END $$;
