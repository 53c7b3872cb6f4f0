-- Customer invoices and credit notes, their lines and their instalments. Amounts are positive in both types.

CREATE TABLE invoices (
    company_id          uuid NOT NULL,
    id                  uuid NOT NULL,
    version             int NOT NULL,
    rewrites            int NOT NULL,                -- of the lines, so that they move the version
    type                text NOT NULL CHECK (type IN ('INVOICE', 'CREDIT_NOTE')),
    status              text NOT NULL CHECK (status IN ('DRAFT', 'ISSUED', 'OVERDUE', 'PAID', 'CREDITED', 'CANCELLED')),
    number              text,
    customer_id         uuid NOT NULL,
    customer_name       text NOT NULL CHECK (length(customer_name) BETWEEN 1 AND 200),
    currency            varchar(3) NOT NULL,
    price_mode          text NOT NULL CHECK (price_mode IN ('NET', 'GROSS')),
    tax_rounding        text NOT NULL CHECK (tax_rounding IN ('PER_LINE', 'PER_DOCUMENT')),
    payment_terms_id    uuid,
    issue_date          date,
    supply_date         date,
    due_date            date,                        -- of the last instalment
    next_due_date       date,                        -- of the first instalment that is open
    customer_reference  text CHECK (length(customer_reference) <= 100),
    external_reference  text CHECK (length(external_reference) <= 100),
    notes               text CHECK (length(notes) <= 4000),
    net                 numeric(19, 4) NOT NULL,
    tax                 numeric(19, 4) NOT NULL,
    gross               numeric(19, 4) NOT NULL,
    settled             numeric(19, 4) NOT NULL,
    credited            numeric(19, 4) NOT NULL,     -- by credit notes for this invoice
    base_currency       varchar(3),
    exchange_rate       numeric CHECK (exchange_rate > 0),
    exchange_rate_date  date,
    base_tax            numeric(19, 4),
    base_gross          numeric(19, 4),
    discount_percent    numeric(7, 4),
    discount_until      date,
    credits_id          uuid,                        -- the invoice that this credit note corrects
    seller              jsonb,                       -- as named on the day of issue
    buyer               jsonb,
    -- Comparisons of numeric are not leakproof, so that row-level security would keep them from the index.
    gross_milli         bigint NOT NULL GENERATED ALWAYS AS ((gross * 1000)::bigint) STORED,
    search_text         text NOT NULL GENERATED ALWAYS AS (lower(coalesce(number, '') || ' ' || customer_name || ' '
                            || coalesce(external_reference, '') || ' ' || coalesce(customer_reference, ''))) STORED,
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, customer_id) REFERENCES parties (company_id, id),
    FOREIGN KEY (company_id, payment_terms_id) REFERENCES payment_terms (company_id, id),
    FOREIGN KEY (company_id, credits_id) REFERENCES invoices (company_id, id),
    CHECK (net + tax = gross),
    CHECK (credited BETWEEN 0 AND greatest(gross, 0)),
    CHECK (settled BETWEEN 0 AND gross OR status IN ('DRAFT', 'CANCELLED')),
    CHECK (status IN ('DRAFT', 'CANCELLED') OR gross > 0 AND issue_date IS NOT NULL AND supply_date IS NOT NULL
           AND due_date IS NOT NULL AND base_gross IS NOT NULL),
    CHECK (type = 'INVOICE' OR status NOT IN ('OVERDUE', 'CREDITED')),
    CHECK (type = 'CREDIT_NOTE' OR credits_id IS NULL)
);
CREATE UNIQUE INDEX invoices_number ON invoices (company_id, number) WHERE number IS NOT NULL;
CREATE INDEX invoices_overdue ON invoices (company_id, next_due_date, id) WHERE status = 'OVERDUE';
CREATE INDEX invoices_falling_due ON invoices (company_id, next_due_date, id) WHERE status = 'ISSUED';
CREATE INDEX invoices_customer ON invoices (company_id, customer_id, issue_date);
CREATE INDEX invoices_terms ON invoices (company_id, payment_terms_id) WHERE payment_terms_id IS NOT NULL;
CREATE INDEX invoices_credits ON invoices (company_id, credits_id) WHERE credits_id IS NOT NULL;
CREATE INDEX invoices_by_issue_date ON invoices (company_id, coalesce(issue_date, 'infinity'), id);
CREATE INDEX invoices_by_due_date ON invoices (company_id, coalesce(due_date, 'infinity'), id);
CREATE INDEX invoices_by_number ON invoices (company_id, coalesce(number, ''), id);
CREATE INDEX invoices_by_gross ON invoices (company_id, gross_milli, id);
CREATE INDEX invoices_status ON invoices (company_id, status, issue_date);
CREATE INDEX invoices_search ON invoices USING gin (company_id, search_text gin_trgm_ops);
CALL erp_secure('invoices');

CREATE TABLE invoice_lines (
    company_id         uuid NOT NULL,
    id                 uuid NOT NULL,
    invoice_id         uuid NOT NULL,
    position           int NOT NULL CHECK (position > 0),
    product_id         uuid,
    text               text NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
    quantity           numeric(18, 6) NOT NULL CHECK (quantity <> 0),
    unit               text CHECK (length(unit) <= 20),
    unit_price         numeric(18, 6) NOT NULL CHECK (unit_price >= 0),
    discount_percent   numeric(7, 4) NOT NULL CHECK (discount_percent BETWEEN 0 AND 100),
    tax_code_id        uuid NOT NULL,
    tax_percent        numeric(7, 4) NOT NULL CHECK (tax_percent BETWEEN 0 AND 100),
    account_id         uuid NOT NULL,
    net                numeric(19, 4) NOT NULL,
    tax                numeric(19, 4) NOT NULL,
    credited_quantity  numeric(18, 6) NOT NULL,
    credited_net       numeric(19, 4) NOT NULL,
    credited_tax       numeric(19, 4) NOT NULL,
    PRIMARY KEY (company_id, id),
    -- Deferred, since a rewritten draft inserts its new lines before it deletes the old ones.
    UNIQUE (company_id, invoice_id, position) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (company_id, invoice_id) REFERENCES invoices (company_id, id),
    FOREIGN KEY (company_id, product_id) REFERENCES products (company_id, id),
    FOREIGN KEY (company_id, tax_code_id) REFERENCES tax_codes (company_id, id),
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id),
    CHECK (abs(credited_net + credited_tax) <= abs(net + tax))
);
CREATE INDEX invoice_lines_product ON invoice_lines (company_id, product_id) WHERE product_id IS NOT NULL;
CREATE INDEX invoice_lines_tax_code ON invoice_lines (company_id, tax_code_id);
CREATE INDEX invoice_lines_account ON invoice_lines (company_id, account_id);
CALL erp_secure('invoice_lines');

CREATE TABLE invoice_instalments (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,                       -- also of the open item in the sub-ledger
    invoice_id  uuid NOT NULL,
    position    int NOT NULL CHECK (position > 0),
    due_date    date NOT NULL,
    amount      numeric(19, 4) NOT NULL CHECK (amount > 0),
    settled     numeric(19, 4) NOT NULL CHECK (settled BETWEEN 0 AND amount),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, invoice_id, position),
    FOREIGN KEY (company_id, invoice_id) REFERENCES invoices (company_id, id)
);
CALL erp_secure('invoice_instalments');

-- What an issued invoice says never changes, whoever tries; its life goes on by the allowed steps only. Generated
-- columns are not known yet in a BEFORE trigger, and follow from the others.
CREATE FUNCTION invoices_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'invoice.immutable',
            DETAIL = 'An invoice is cancelled or credited, never deleted.';
    END IF;
    IF OLD.status <> NEW.status AND NOT (OLD.status, NEW.status) IN (
            ('DRAFT', 'ISSUED'), ('DRAFT', 'CANCELLED'),
            ('ISSUED', 'OVERDUE'), ('ISSUED', 'PAID'), ('ISSUED', 'CREDITED'),
            ('OVERDUE', 'ISSUED'), ('OVERDUE', 'PAID'), ('OVERDUE', 'CREDITED'),
            ('PAID', 'ISSUED'), ('PAID', 'OVERDUE'), ('CREDITED', 'ISSUED'), ('CREDITED', 'OVERDUE')) THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'invoice.transition',
            DETAIL = format('A %s invoice cannot become %s.', OLD.status, NEW.status);
    END IF;
    IF OLD.status = 'DRAFT' THEN
        RETURN NEW;
    END IF;
    IF to_jsonb(OLD) - '{status,number,settled,credited,next_due_date,version,gross_milli,search_text}'::text[]
            IS DISTINCT FROM to_jsonb(NEW) - '{status,number,settled,credited,next_due_date,version,gross_milli,search_text}'::text[]
       OR OLD.number IS NOT NULL AND OLD.number IS DISTINCT FROM NEW.number
       OR OLD.status = 'CANCELLED' THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'invoice.immutable',
            DETAIL = 'An issued invoice does not change; a credit note corrects it.';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER guard BEFORE UPDATE OR DELETE ON invoices FOR EACH ROW EXECUTE FUNCTION invoices_guard();

-- Lines and instalments are written with the draft, or in the transaction that issues it; a line may later be credited.
CREATE FUNCTION invoice_parts_guard() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    whole invoices;
    part  record := coalesce(NEW, OLD);
    moving text[] := '{credited_quantity,credited_net,credited_tax,settled}';
BEGIN
    IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - moving = to_jsonb(NEW) - moving THEN
        RETURN NEW;
    END IF;
    SELECT * INTO whole FROM invoices i WHERE i.company_id = part.company_id AND i.id = part.invoice_id;
    IF whole.number IS NOT NULL OR whole.status = 'CANCELLED' THEN
        RAISE EXCEPTION USING ERRCODE = 'ER001', MESSAGE = 'invoice.immutable',
            DETAIL = 'An issued invoice does not change; a credit note corrects it.';
    END IF;
    RETURN part;
END $$;
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_lines
    FOR EACH ROW EXECUTE FUNCTION invoice_parts_guard();
CREATE TRIGGER guard BEFORE INSERT OR UPDATE OR DELETE ON invoice_instalments
    FOR EACH ROW EXECUTE FUNCTION invoice_parts_guard();

-- The invoices of the transaction's company with these letters in number, name or reference, the newest 500 at most. A
-- function of the tables' owner, since LIKE is not leakproof and could not use the index under row-level security.
CREATE FUNCTION invoice_search(query text) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = public, pg_temp AS $$
    SELECT i.id FROM invoices i
    WHERE i.company_id = nullif(current_setting('erp.company_id', true), '')::uuid
      AND i.search_text LIKE '%' || lower(regexp_replace(query, '([\\%_])', '\\\1', 'g')) || '%'
    ORDER BY i.id DESC LIMIT 500
$$;
