-- How a company's papers look; one row for each company that said so. The logo is among the letterhead's files, and
-- papers go without one that was removed.
CREATE TABLE letterheads (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    accent      text CHECK (accent ~ '^#[0-9a-fA-F]{6}$'),
    language    text CHECK (language IN ('en', 'de', 'fr', 'es', 'ar')),
    bank_name   text CHECK (length(bank_name) <= 100),
    iban        text CHECK (length(iban) <= 34),
    bic         text CHECK (length(bic) <= 11),
    closing     text CHECK (length(closing) <= 500),
    logo_id     uuid,
    PRIMARY KEY (company_id, id),
    CHECK (company_id = id)
);
CALL erp_secure('letterheads');
