-- The planner takes coalesce for something that might leak, and so keeps a comparison with it from the index where
-- row-level security is on; of CASE it knows that it does not. Nobody reads lists by status and date in that order.
DROP INDEX invoices_by_issue_date;
DROP INDEX invoices_by_due_date;
DROP INDEX invoices_by_number;
DROP INDEX invoices_status;
CREATE INDEX invoices_by_issue_date ON invoices
    (company_id, (CASE WHEN issue_date IS NULL THEN 'infinity' ELSE issue_date END), id);
CREATE INDEX invoices_by_due_date ON invoices
    (company_id, (CASE WHEN due_date IS NULL THEN 'infinity' ELSE due_date END), id);
CREATE INDEX invoices_by_number ON invoices
    (company_id, (CASE WHEN number IS NULL THEN '' ELSE number END), id);
