-- The tax report adds up every taxed line of its months: from the index alone, without reading the lines.

DROP INDEX entry_lines_tax;
CREATE INDEX entry_lines_tax ON entry_lines (company_id, tax_code_id, entry_date)
    INCLUDE (account_id, tax_role, debit, credit) WHERE tax_code_id IS NOT NULL;
