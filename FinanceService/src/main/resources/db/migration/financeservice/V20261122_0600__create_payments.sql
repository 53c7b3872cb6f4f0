-- Receipts, refunds and write-offs of customers.

CREATE TABLE payments (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('RECEIPT', 'REFUND', 'WRITE_OFF')),
    status      text NOT NULL CHECK (status IN ('POSTED', 'REVERSED')),
    number      text,                            -- its entry's number, there from the commit on
    party_id    uuid NOT NULL,
    paid_on     date NOT NULL,
    currency    text NOT NULL,
    amount      numeric(19, 4) NOT NULL CHECK (amount > 0),
    account_id  uuid NOT NULL,
    reference   text CHECK (length(reference) <= 200),
    entry_id    uuid NOT NULL,
    reversal_id uuid,
    PRIMARY KEY (company_id, id),
    CHECK ((status = 'REVERSED') = (reversal_id IS NOT NULL)),
    FOREIGN KEY (company_id, party_id) REFERENCES parties (company_id, id),
    FOREIGN KEY (company_id, account_id) REFERENCES accounts (company_id, id),
    FOREIGN KEY (company_id, entry_id) REFERENCES entries (company_id, id) DEFERRABLE INITIALLY DEFERRED,
    FOREIGN KEY (company_id, reversal_id) REFERENCES entries (company_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX payments_date ON payments (company_id, paid_on, id);
CREATE INDEX payments_party ON payments (company_id, party_id, paid_on);
CREATE INDEX payments_account ON payments (company_id, account_id);
CREATE INDEX payments_entry ON payments (company_id, entry_id);
CREATE INDEX payments_reversal ON payments (company_id, reversal_id);
CREATE INDEX payments_number ON payments (company_id, number);
CALL erp_secure('payments');
