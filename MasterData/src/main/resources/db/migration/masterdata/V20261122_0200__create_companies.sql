-- The legal entities whose books are kept. A company is a record of its own: company_id = id.

CREATE TABLE companies (
    company_id              uuid NOT NULL,
    id                      uuid NOT NULL,
    version                 int NOT NULL,
    name                    text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    country                 text NOT NULL CHECK (country ~ '^[A-Z]{2}$'),
    base_currency           text NOT NULL CHECK (base_currency ~ '^[A-Z]{3}$'),
    time_zone               text NOT NULL CHECK (length(time_zone) <= 60),
    fiscal_year_start_month int NOT NULL CHECK (fiscal_year_start_month BETWEEN 1 AND 12),
    fiscal_year_start_day   int NOT NULL CHECK (fiscal_year_start_day BETWEEN 1 AND 28),
    vat_id                  text CHECK (length(vat_id) <= 30),
    tax_number              text CHECK (length(tax_number) <= 50),
    registration_number     text CHECK (length(registration_number) <= 50),
    street                  text CHECK (length(street) <= 200),
    street_2                text CHECK (length(street_2) <= 200),
    postal_code             text CHECK (length(postal_code) <= 20),
    city                    text CHECK (length(city) <= 100),
    region                  text CHECK (length(region) <= 100),
    email                   text CHECK (length(email) <= 254),
    phone                   text CHECK (length(phone) <= 50),
    dates_in_order          boolean NOT NULL,
    PRIMARY KEY (company_id, id),
    CHECK (company_id = id)
);
CALL erp_secure('companies');

-- Names the companies with their time zones, and nothing else of them, to the clock that starts the daily jobs.
CREATE FUNCTION companies_with_time_zones() RETURNS TABLE (company_id uuid, time_zone text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT c.company_id, c.time_zone FROM companies c
$$;
