-- Who drafted an invoice, for roles that reach to the own ones alone. Those that were there before are nobody's own;
-- who made them, the audit log knows.

ALTER TABLE invoices ADD COLUMN made_by uuid;
