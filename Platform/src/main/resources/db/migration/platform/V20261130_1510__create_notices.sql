-- What people are told inside the application, and how far each has read.

CREATE TABLE notices (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    at          timestamptz NOT NULL,
    user_id     uuid,                            -- for one user, or
    permission  text,                            -- for whoever has it
    topic       text NOT NULL CHECK (length(topic) <= 50),
    record_type text NOT NULL CHECK (length(record_type) <= 50),
    record_id   uuid NOT NULL,
    details     jsonb NOT NULL,
    PRIMARY KEY (company_id, id),
    CHECK ((user_id IS NULL) <> (permission IS NULL))
);
CREATE INDEX notices_at ON notices (company_id, at, id);
CALL erp_secure('notices');

CREATE TABLE notice_marks (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,                   -- of the user
    seen_at     timestamptz NOT NULL,
    PRIMARY KEY (company_id, id)
);
CALL erp_secure('notice_marks');
