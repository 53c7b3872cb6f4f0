-- How the daily jobs went, of all companies together: it names none. One that is behind in a company comes next now.
CREATE FUNCTION erp_jobs() RETURNS TABLE (
        job text, last_at timestamptz, seconds numeric, instance text, failing bigint, behind bigint, next_at timestamptz)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT m.job, max(m.last_at), max(m.seconds), (array_agg(m.instance ORDER BY m.last_at DESC NULLS LAST))[1],
           count(*) FILTER (WHERE m.failed_at > coalesce(m.ended_at, '-infinity')),
           count(*) FILTER (WHERE m.done_on < m.today),
           min(CASE WHEN m.done_on < m.today THEN now() ELSE (m.today + 1)::timestamp AT TIME ZONE m.time_zone END)
    FROM (SELECT k.*, greatest(k.ended_at, k.failed_at) AS last_at, c.time_zone,
                 (now() AT TIME ZONE c.time_zone)::date AS today
          FROM job_marks k JOIN companies c USING (company_id)) m
    GROUP BY m.job ORDER BY m.job
$$;

-- The last backups that were noted, the newest first.
CREATE FUNCTION erp_last_backups() RETURNS TABLE (ended_at timestamptz, size_bytes bigint)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT ended_at, size_bytes FROM backups ORDER BY ended_at DESC LIMIT 5
$$;
