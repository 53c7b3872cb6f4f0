-- How many rows the tables have from which nothing is ever deleted: a restored one has as many, or more.
SELECT 'companies', count(*) FROM companies
UNION ALL SELECT 'invoices', count(*) FROM invoices WHERE number IS NOT NULL
UNION ALL SELECT 'entries', count(*) FROM entries
UNION ALL SELECT 'entry_lines', count(*) FROM entry_lines
UNION ALL SELECT 'allocations', count(*) FROM allocations
UNION ALL SELECT 'audit_log', count(*) FROM audit_log;
