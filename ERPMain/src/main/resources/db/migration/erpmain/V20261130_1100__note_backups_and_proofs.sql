-- Backups that were completed, as whoever made them notes, so that every instance knows how old the newest is.
CREATE TABLE backups (
    id          uuid NOT NULL DEFAULT gen_random_uuid(),
    ended_at    timestamptz NOT NULL DEFAULT now(),
    size_bytes  bigint CHECK (size_bytes > 0),       -- where the maker knows it
    PRIMARY KEY (id)
);
CALL erp_close('backups');

-- When a company's books were last proven, and how many faults there were.
CREATE TABLE proofs (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    proven_on   date NOT NULL,
    proven_at   timestamptz NOT NULL,
    faults      int NOT NULL,
    PRIMARY KEY (company_id, id),
    CHECK (company_id = id)
);
CALL erp_secure('proofs');

-- What operators care for, beside erp_figures(). Where nothing was backed up yet, the age is that of the installation.
CREATE FUNCTION erp_care_figures() RETURNS TABLE (backup_seconds numeric, proof_seconds numeric, unsound_companies bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT extract(epoch FROM now() - coalesce((SELECT max(ended_at) FROM backups),
                                               (SELECT min(installed_on) FROM flyway_schema_history))),
           (SELECT coalesce(extract(epoch FROM now() - min(proven_at)), 0) FROM proofs),
           (SELECT count(*) FROM proofs WHERE faults > 0)
$$;
