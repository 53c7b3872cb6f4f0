-- On the primary, as a superuser, once: the user and the slot by which a replica follows. Give the user a password with
-- psql's \password, and let the replica's address in by pg_hba.conf.
SELECT 'CREATE ROLE replicator LOGIN REPLICATION'
WHERE NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'replicator') \gexec

SELECT pg_create_physical_replication_slot('replica')
WHERE NOT EXISTS (SELECT 1 FROM pg_replication_slots WHERE slot_name = 'replica');

-- What pg_rewind asks, so that it needs no superuser either.
GRANT EXECUTE ON FUNCTION pg_ls_dir(text, boolean, boolean), pg_stat_file(text, boolean), pg_read_binary_file(text),
    pg_read_binary_file(text, bigint, bigint, boolean) TO replicator;
