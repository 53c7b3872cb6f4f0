-- Entries that post themselves: a template with its lines, and what became of each of its dates.

CREATE TABLE recurring_entries (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 200),
    reason      text NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
    every       text NOT NULL CHECK (every IN ('MONTH', 'QUARTER', 'YEAR')),
    starts_on   date NOT NULL,
    ends_on     date,
    next_on     date,                            -- null once the last date has been dealt with
    active      boolean NOT NULL,
    PRIMARY KEY (company_id, id),
    CHECK (ends_on >= starts_on)
);
CREATE INDEX recurring_entries_due ON recurring_entries (company_id, next_on) WHERE active;
CREATE INDEX recurring_entries_text ON recurring_entries (company_id, text, id);
CALL erp_secure('recurring_entries');

CREATE TABLE recurring_lines (
    company_id    uuid NOT NULL,
    id            uuid NOT NULL,
    recurring_id  uuid NOT NULL,
    line_no       int NOT NULL,
    account_id    uuid NOT NULL,
    debit         numeric(19, 4) CHECK (debit > 0),     -- base currency
    credit        numeric(19, 4) CHECK (credit > 0),    -- base currency
    tax_code_id   uuid,
    tax_role      text CHECK (tax_role IN ('BASE', 'TAX')),
    text          text CHECK (length(text) <= 200),
    PRIMARY KEY (company_id, id),
    CHECK (num_nonnulls(debit, credit) = 1),
    CHECK ((tax_code_id IS NULL) = (tax_role IS NULL)),
    FOREIGN KEY (company_id, recurring_id) REFERENCES recurring_entries (company_id, id),
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id)
);
CREATE INDEX recurring_lines_entry ON recurring_lines (company_id, recurring_id, line_no);
CREATE INDEX recurring_lines_account ON recurring_lines (company_id, account_id);
CALL erp_secure('recurring_lines');

-- A posting takes its number last, so the entry comes after the row that points at it.
CREATE TABLE recurring_dates (
    company_id    uuid NOT NULL,
    id            uuid NOT NULL,
    version       int NOT NULL,
    recurring_id  uuid NOT NULL,
    due_on        date NOT NULL,
    status        text NOT NULL CHECK (status IN ('POSTED', 'REFUSED', 'SKIPPED')),
    entry_id      uuid,
    refusal       text CHECK (length(refusal) <= 500),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, recurring_id, due_on),
    CHECK ((entry_id IS NOT NULL) = (status = 'POSTED')),
    FOREIGN KEY (company_id, recurring_id) REFERENCES recurring_entries (company_id, id),
    FOREIGN KEY (company_id, entry_id) REFERENCES entries (company_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX recurring_dates_entry ON recurring_dates (company_id, entry_id);
CREATE INDEX recurring_dates_refused ON recurring_dates (company_id, due_on) WHERE status = 'REFUSED';
CALL erp_secure('recurring_dates');
