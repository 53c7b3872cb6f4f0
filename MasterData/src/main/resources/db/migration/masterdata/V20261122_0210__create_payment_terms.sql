-- Payment terms, under a code and a name. What they say is a value of the application: shares, due rules, discount.
CREATE TABLE payment_terms (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    version    int NOT NULL,
    code       varchar(40) NOT NULL,
    name       varchar(200) NOT NULL,
    terms      jsonb NOT NULL,
    active     boolean NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, code)
);
CREATE INDEX payment_terms_name ON payment_terms (company_id, name, id);
CALL erp_secure('payment_terms');
