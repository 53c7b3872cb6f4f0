-- What people say about records. It is never changed.

CREATE TABLE comments (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    resource    text NOT NULL CHECK (length(resource) <= 50),
    record_type text NOT NULL CHECK (length(record_type) <= 50),
    record_id   uuid NOT NULL,
    author_id   uuid NOT NULL,
    author_name text NOT NULL CHECK (length(author_name) <= 254),
    said_at     timestamptz NOT NULL,
    text        text NOT NULL CHECK (length(text) BETWEEN 1 AND 2000),
    mentions    uuid[] NOT NULL,
    PRIMARY KEY (company_id, id)
);
CREATE INDEX comments_record ON comments (company_id, resource, record_id, id);
CALL erp_secure('comments');
CALL erp_append_only('comments');
