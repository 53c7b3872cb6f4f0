-- Indexes that nothing has read since the statistics were last reset, and what they cost. Keys and unique indexes are
-- left out, since they guard what is true. Ask every replica too before an index goes.
SELECT s.relname AS table_name, s.indexrelname AS index_name, pg_size_pretty(pg_relation_size(s.indexrelid)) AS size,
       s.idx_scan AS scans
FROM pg_stat_user_indexes s
JOIN pg_index i ON i.indexrelid = s.indexrelid
WHERE s.schemaname = 'public' AND s.idx_scan = 0 AND NOT i.indisunique
ORDER BY pg_relation_size(s.indexrelid) DESC, s.indexrelname
LIMIT 30;
