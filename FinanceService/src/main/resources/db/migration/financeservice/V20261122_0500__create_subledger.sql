-- Open items of the control accounts, and their allocation to one another.

CREATE TABLE open_items (
    company_id     uuid NOT NULL,
    id             uuid NOT NULL,
    account_id     uuid NOT NULL,
    party_id       uuid NOT NULL,
    document_type  text NOT NULL,
    document_id    uuid NOT NULL,
    entry_id       uuid NOT NULL,
    item_date      date NOT NULL,
    due_date       date NOT NULL,
    currency       text NOT NULL,
    amount         numeric(19, 4) NOT NULL,       -- + the party owes us, - we owe the party
    base           numeric(19, 4) NOT NULL,       -- the same in the base currency, as posted
    open_amount    numeric(19, 4) NOT NULL,
    open_base      numeric(19, 4) NOT NULL,
    discount_until date,
    discount       numeric(19, 4),
    PRIMARY KEY (company_id, id),
    CHECK (amount <> 0),
    CHECK (open_amount * sign(amount) BETWEEN 0 AND abs(amount)),
    CHECK ((open_amount = 0) <= (open_base = 0)),
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id),
    FOREIGN KEY (company_id, entry_id) REFERENCES entries (company_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX open_items_document ON open_items (company_id, document_id);
CREATE INDEX open_items_entry ON open_items (company_id, entry_id);
CREATE INDEX open_items_account ON open_items (company_id, account_id);
CREATE INDEX open_items_party ON open_items (company_id, party_id, item_date, id);
CREATE INDEX open_items_open ON open_items (company_id, due_date, id) WHERE open_amount <> 0;
CALL erp_secure('open_items');

-- Rows are never changed: an allocation is taken back by a row with negative amounts, dated by itself.
CREATE TABLE allocations (
    company_id      uuid NOT NULL,
    id              uuid NOT NULL,
    debit_item_id   uuid NOT NULL,
    credit_item_id  uuid NOT NULL,
    allocated_on    date NOT NULL,
    amount          numeric(19, 4) NOT NULL,      -- in the items' currency
    debit_base      numeric(19, 4) NOT NULL,      -- what left each item, in the base currency
    credit_base     numeric(19, 4) NOT NULL,
    entry_id        uuid,                         -- books the exchange difference, if there is one
    reverses_id     uuid,
    PRIMARY KEY (company_id, id),
    CHECK (CASE WHEN reverses_id IS NULL THEN amount > 0 ELSE amount < 0 END),
    FOREIGN KEY (company_id, debit_item_id) REFERENCES open_items (company_id, id),
    FOREIGN KEY (company_id, credit_item_id) REFERENCES open_items (company_id, id),
    FOREIGN KEY (company_id, entry_id) REFERENCES entries (company_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (company_id, reverses_id) REFERENCES allocations (company_id, id)
);
CREATE INDEX allocations_debit ON allocations (company_id, debit_item_id);
CREATE INDEX allocations_credit ON allocations (company_id, credit_item_id);
CREATE INDEX allocations_date ON allocations (company_id, allocated_on);
CREATE INDEX allocations_entry ON allocations (company_id, entry_id);
CREATE UNIQUE INDEX allocations_reversed_once ON allocations (company_id, reverses_id);
CALL erp_secure('allocations');
CALL erp_append_only('allocations');
