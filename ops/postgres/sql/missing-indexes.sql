-- Tables that are read from end to end often and are large enough for it to matter: the place to look with EXPLAIN.
SELECT s.relname AS table_name, s.seq_scan AS scans, s.seq_tup_read AS rows_read, s.idx_scan AS index_scans,
       s.n_live_tup AS live_rows, s.seq_tup_read / s.seq_scan AS rows_per_scan
FROM pg_stat_user_tables s
WHERE s.schemaname = 'public' AND s.seq_scan > 0 AND s.n_live_tup > 10000
ORDER BY s.seq_tup_read DESC, s.relname
LIMIT 30;
