CREATE INDEX mails_stuck ON mails (status) WHERE status IN ('FAILED', 'UNCERTAIN');

-- How the whole installation is, for its meters: five figures, of no company in particular.
-- Identifiers begin with their time, so the sign-ins of a quarter of an hour are one range of the primary key.
CREATE FUNCTION erp_figures() RETURNS TABLE (
        unsealed_seconds numeric, jobs_behind_days numeric, mail_seconds numeric, mails_stuck bigint, sign_ins_failed bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT (SELECT coalesce(extract(epoch FROM now() - min(at)), 0) FROM events WHERE number IS NULL),
           (SELECT coalesce(max(current_date - done_on), 0) FROM job_marks WHERE done_on > '1970-01-01'),
           (SELECT coalesce(extract(epoch FROM now() - min(queued_at)), 0) FROM mails WHERE status = 'QUEUED'),
           (SELECT count(*) FROM mails WHERE status IN ('FAILED', 'UNCERTAIN')),
           (SELECT count(*) FROM sign_ins
            WHERE outcome = 'FAILED'
              AND id >= (lpad(to_hex((extract(epoch FROM now() - interval '15 minutes') * 1000)::bigint), 12, '0')
                         || repeat('0', 20))::uuid)
$$;
