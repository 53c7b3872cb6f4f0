-- Files that came between the filling of the table and its trigger.
INSERT INTO attachment_words (company_id, id)
SELECT company_id, id FROM attachments ON CONFLICT (company_id, id) DO NOTHING;
