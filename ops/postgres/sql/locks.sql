-- Who waits for whom, the longest first, and what the one in front is doing.
SELECT waiting.pid AS waiting_pid, now() - waiting.query_start AS waits_for, waiting.wait_event_type,
       left(waiting.query, 80) AS waiting_statement, ahead.pid AS ahead_pid, ahead.usename AS ahead_user,
       ahead.state AS ahead_state, now() - ahead.xact_start AS ahead_open_for, left(ahead.query, 80) AS ahead_statement
FROM pg_stat_activity waiting
CROSS JOIN LATERAL unnest(pg_blocking_pids(waiting.pid)) AS b(pid)
JOIN pg_stat_activity ahead ON ahead.pid = b.pid
ORDER BY waits_for DESC, waiting_pid;
