-- Documents of an earlier system that are still open: their number there, for people to recognise them by.
CREATE TABLE opening_items (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    party_id   uuid NOT NULL,
    number     text NOT NULL CHECK (length(number) BETWEEN 1 AND 60),
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, party_id) REFERENCES parties (company_id, id)
);
CREATE INDEX opening_items_number ON opening_items (company_id, number);
CREATE INDEX opening_items_party ON opening_items (company_id, party_id);
CALL erp_secure('opening_items');
CALL erp_append_only('opening_items');
