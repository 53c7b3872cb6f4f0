-- Letters of the house itself, beside documents: they belong to no record and bring no file. What they say may be worth
-- a password, so it is stored sealed, and goes once it was handed over.

ALTER TABLE mails ALTER COLUMN attachment_id DROP NOT NULL,
                  ADD COLUMN sealed_body text CHECK (length(sealed_body) <= 40000);
