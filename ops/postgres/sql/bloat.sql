-- Rows that are dead and wait for vacuum, and when it came last. A high share that stays high points to a transaction
-- that has been open for long (see locks.sql) or to autovacuum being too slow for the table.
SELECT s.relname AS table_name, s.n_live_tup AS live_rows, s.n_dead_tup AS dead_rows,
       round(100.0 * s.n_dead_tup / nullif(s.n_live_tup + s.n_dead_tup, 0), 1) AS dead_percent,
       greatest(s.last_vacuum, s.last_autovacuum) AS vacuumed_at, greatest(s.last_analyze, s.last_autoanalyze) AS analyzed_at
FROM pg_stat_user_tables s
WHERE s.schemaname = 'public'
ORDER BY s.n_dead_tup DESC, s.relname
LIMIT 30;
