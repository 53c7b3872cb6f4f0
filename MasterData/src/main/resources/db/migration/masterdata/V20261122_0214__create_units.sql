-- Units of quantity; standard_code is that of UN/ECE recommendation 20.
CREATE TABLE units (
    company_id    uuid NOT NULL,
    id            uuid NOT NULL,
    version       int NOT NULL,
    code          varchar(20) NOT NULL,
    name          varchar(100) NOT NULL,
    standard_code varchar(3),
    active        boolean NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, code)
);
CREATE INDEX units_name ON units (company_id, name, id);
CALL erp_secure('units');
