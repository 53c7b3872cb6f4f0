-- Who is connected, and what they are at. An instance of the ERP shows itself as "erp", its machine and its port (application_name).
SELECT datname AS database, usename AS "user", application_name, client_addr, state, count(*) AS connections,
       max(now() - state_change) AS longest_in_state,
       (SELECT setting::int FROM pg_settings WHERE name = 'max_connections') AS connections_max
FROM pg_stat_activity
WHERE backend_type = 'client backend'
GROUP BY datname, usename, application_name, client_addr, state
ORDER BY connections DESC, database, "user", state;
