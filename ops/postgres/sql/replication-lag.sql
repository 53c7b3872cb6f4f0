-- On the primary: how far each replica is behind, in bytes and in time. No row means that none is connected.
SELECT application_name, client_addr, state, sync_state,
       pg_size_pretty(pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery() THEN pg_last_wal_replay_lsn() ELSE pg_current_wal_lsn() END,
                                      replay_lsn)) AS behind,
       write_lag, flush_lag, replay_lag
FROM pg_stat_replication
ORDER BY replay_lag DESC NULLS LAST, application_name;
