-- Templates of a company's own, in place of those that come with the house.
CREATE TABLE print_templates (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    paper       text NOT NULL CHECK (paper IN ('INVOICE', 'STATEMENT', 'DUNNING', 'PAYMENT', 'PAYMENTS')),
    language    text NOT NULL CHECK (language IN ('en', 'de', 'fr', 'es', 'ar')),
    html        text NOT NULL CHECK (length(html) <= 200000),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, paper, language)
);
CALL erp_secure('print_templates');

-- What e-mails say, in a company's own words. The names in braces stand for what differs.
CREATE TABLE mail_templates (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('INVOICE', 'CREDIT_NOTE', 'DUNNING_LETTER')),
    language    text NOT NULL CHECK (language IN ('en', 'de', 'fr', 'es', 'ar')),
    subject     text NOT NULL CHECK (length(subject) <= 200),
    body        text NOT NULL CHECK (length(body) <= 5000),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, kind, language)
);
CALL erp_secure('mail_templates');
