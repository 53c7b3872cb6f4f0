-- Tax codes. The dated rates are a value of the code: a list of {validFrom, percent}, the earliest first.
CREATE TABLE tax_codes (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    version    int NOT NULL,
    code       varchar(40) NOT NULL,
    name       varchar(200) NOT NULL,
    kind       varchar(20) NOT NULL
               CHECK (kind IN ('STANDARD', 'REDUCED', 'ZERO', 'EXEMPT', 'REVERSE_CHARGE', 'OUT_OF_SCOPE')),
    rates      jsonb NOT NULL,
    active     boolean NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, code)
);
CREATE INDEX tax_codes_name ON tax_codes (company_id, name, id);
CALL erp_secure('tax_codes');
