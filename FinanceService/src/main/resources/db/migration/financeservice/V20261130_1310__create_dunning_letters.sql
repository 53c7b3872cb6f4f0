-- Letters that ask a customer for what is overdue: what was asked for, and how often it was asked before.

CREATE TABLE dunning_letters (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    party_id    uuid NOT NULL,
    dunned_on   date NOT NULL,
    level       int NOT NULL CHECK (level BETWEEN 1 AND 3),
    pay_until   date NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, party_id, dunned_on),
    CHECK (pay_until >= dunned_on),
    FOREIGN KEY (company_id, party_id) REFERENCES parties (company_id, id)
);
CREATE INDEX dunning_letters_date ON dunning_letters (company_id, dunned_on, id);
CALL erp_secure('dunning_letters');

-- What a letter asks for, as it was on its day, whatever becomes of it.
CREATE TABLE dunning_items (
    company_id      uuid NOT NULL,
    id              uuid NOT NULL,
    letter_id       uuid NOT NULL,
    line_no         int NOT NULL,
    open_item_id    uuid NOT NULL,
    document_type   text NOT NULL,
    document_id     uuid NOT NULL,
    document_number text NOT NULL,
    item_date       date NOT NULL,
    due_date        date NOT NULL,
    currency        text NOT NULL,
    open_amount     numeric(19, 4) NOT NULL CHECK (open_amount <> 0),   -- negative for a credit
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, letter_id, line_no),
    FOREIGN KEY (company_id, letter_id) REFERENCES dunning_letters (company_id, id),
    FOREIGN KEY (company_id, open_item_id) REFERENCES open_items (company_id, id)
);
CREATE INDEX dunning_items_item ON dunning_items (company_id, open_item_id);
CALL erp_secure('dunning_items');
CALL erp_append_only('dunning_items');
