-- What a line names exists in the same company and stays while it is named: a tax code or party in use is not deleted.

ALTER TABLE entry_lines
    ADD FOREIGN KEY (company_id, tax_code_id) REFERENCES tax_codes (company_id, id),
    ADD FOREIGN KEY (company_id, party_id) REFERENCES parties (company_id, id);

ALTER TABLE account_defaults
    ADD FOREIGN KEY (company_id, tax_code_id) REFERENCES tax_codes (company_id, id),
    ADD FOREIGN KEY (company_id, category_id) REFERENCES product_categories (company_id, id);
CREATE INDEX account_defaults_tax_code ON account_defaults (company_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
CREATE INDEX account_defaults_category ON account_defaults (company_id, category_id) WHERE category_id IS NOT NULL;

ALTER TABLE recurring_lines ADD FOREIGN KEY (company_id, tax_code_id) REFERENCES tax_codes (company_id, id);
CREATE INDEX recurring_lines_tax_code ON recurring_lines (company_id, tax_code_id) WHERE tax_code_id IS NOT NULL;
