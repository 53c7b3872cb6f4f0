-- The largest tables, with their indexes, and about how many rows they hold.
SELECT c.relname AS table_name, pg_size_pretty(pg_total_relation_size(c.oid)) AS total,
       pg_size_pretty(pg_table_size(c.oid)) AS rows_and_toast, pg_size_pretty(pg_indexes_size(c.oid)) AS indexes,
       greatest(c.reltuples, 0)::bigint AS rows_about
FROM pg_class c
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
ORDER BY pg_total_relation_size(c.oid) DESC, c.relname
LIMIT 30;
