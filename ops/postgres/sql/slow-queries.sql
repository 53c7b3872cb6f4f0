-- The statements that cost most in all, in milliseconds. Needs the extension: shared_preload_libraries =
-- 'pg_stat_statements' in postgresql.conf, a restart, and CREATE EXTENSION pg_stat_statements in this database.
-- Since PostgreSQL 13 the columns are called mean_exec_time and so on; older guides say mean_time.
SELECT round(total_exec_time) AS total_ms, calls, round(mean_exec_time::numeric, 1) AS mean_ms,
       round(max_exec_time) AS max_ms, rows, round(100.0 * shared_blks_hit / nullif(shared_blks_hit + shared_blks_read, 0), 1)
           AS cache_percent, left(regexp_replace(query, '\s+', ' ', 'g'), 120) AS statement
FROM pg_stat_statements
WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
ORDER BY total_exec_time DESC
LIMIT 20;
