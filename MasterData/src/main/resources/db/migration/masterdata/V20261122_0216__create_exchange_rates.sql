-- On a day, one unit of from_currency was worth rate units of to_currency. The European Central Bank quotes from EUR.
-- A rate entered by hand stands beside the bank's for the same day and goes before it.
CREATE TABLE exchange_rates (
    company_id    uuid NOT NULL,
    id            uuid NOT NULL,
    from_currency varchar(3) NOT NULL,
    to_currency   varchar(3) NOT NULL,
    on_date       date NOT NULL,
    rate          numeric(20, 10) NOT NULL CHECK (rate > 0),
    source        varchar(10) NOT NULL CHECK (source IN ('ECB', 'MANUAL')),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, from_currency, to_currency, on_date, source),
    CHECK (from_currency <> to_currency)
);
CREATE INDEX exchange_rates_date ON exchange_rates (company_id, on_date, id);
CALL erp_secure('exchange_rates');
