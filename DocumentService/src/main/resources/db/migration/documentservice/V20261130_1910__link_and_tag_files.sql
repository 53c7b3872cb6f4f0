-- A file may belong to more records than the one it came with, and bears words that people sort it by.

CREATE TABLE attachment_links (
    company_id    uuid NOT NULL,
    id            uuid NOT NULL,
    attachment_id uuid NOT NULL,
    resource      text NOT NULL CHECK (length(resource) <= 50),
    record_type   text NOT NULL CHECK (length(record_type) <= 50),
    record_id     uuid NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, attachment_id, resource, record_id),
    FOREIGN KEY (company_id, attachment_id) REFERENCES attachments (company_id, id)
);
CREATE INDEX attachment_links_record ON attachment_links (company_id, resource, record_id, attachment_id);
CALL erp_secure('attachment_links');

CREATE TABLE attachment_tags (
    company_id    uuid NOT NULL,
    id            uuid NOT NULL,
    attachment_id uuid NOT NULL,
    tag           text NOT NULL CHECK (length(tag) BETWEEN 1 AND 40),
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, attachment_id, tag),
    FOREIGN KEY (company_id, attachment_id) REFERENCES attachments (company_id, id)
);
CREATE INDEX attachment_tags_tag ON attachment_tags (company_id, tag, attachment_id);
CALL erp_secure('attachment_tags');
