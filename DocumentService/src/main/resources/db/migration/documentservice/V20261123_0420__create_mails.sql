-- E-mail: the company's server, the queue with what became of each, and the addresses that get none.

CREATE TABLE mail_settings (
    company_id      uuid NOT NULL,
    id              uuid NOT NULL,
    version         int NOT NULL,
    host            text NOT NULL CHECK (length(host) <= 253),
    port            int NOT NULL CHECK (port BETWEEN 1 AND 65535),
    security        text NOT NULL CHECK (security IN ('STARTTLS', 'TLS', 'NONE')),
    username        text CHECK (length(username) <= 254),
    sealed_password text CHECK (length(sealed_password) <= 2000),
    from_address    text NOT NULL CHECK (length(from_address) <= 254),
    from_name       text CHECK (length(from_name) <= 100),
    PRIMARY KEY (company_id, id),
    CHECK (company_id = id)
);
CALL erp_secure('mail_settings');

CREATE TABLE mails (
    company_id      uuid NOT NULL,
    id              uuid NOT NULL,
    version         int NOT NULL,
    resource        text NOT NULL CHECK (length(resource) <= 50),
    record_type     text NOT NULL CHECK (length(record_type) <= 50),
    record_id       uuid NOT NULL,
    to_address      text NOT NULL CHECK (length(to_address) <= 254),
    subject         text NOT NULL CHECK (length(subject) <= 500),
    body            text NOT NULL CHECK (length(body) <= 10000),
    attachment_id   uuid NOT NULL,
    status          text NOT NULL CHECK (status IN ('QUEUED', 'SENDING', 'SENT', 'BOUNCED', 'FAILED', 'UNCERTAIN')),
    attempts        int NOT NULL,
    queued_at       timestamptz NOT NULL,
    queued_by       text NOT NULL CHECK (length(queued_by) <= 200),
    next_attempt_at timestamptz,
    taken_at        timestamptz,                 -- when an instance began to hand it over
    sent_at         timestamptz,
    problem         text CHECK (length(problem) <= 500),
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, attachment_id) REFERENCES attachments (company_id, id)
);
CREATE INDEX mails_record ON mails (company_id, resource, record_id, id);
CREATE INDEX mails_attachment ON mails (company_id, attachment_id);
CREATE INDEX mails_due ON mails (company_id, next_attempt_at, id) WHERE status = 'QUEUED';
CREATE INDEX mails_under_way ON mails (next_attempt_at) WHERE status IN ('QUEUED', 'SENDING');
CALL erp_secure('mails');

CREATE TABLE mail_suppressions (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    address     text NOT NULL CHECK (length(address) <= 254),
    reason      text NOT NULL CHECK (reason IN ('BOUNCED', 'OPTED_OUT')),
    since       timestamptz NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, address)
);
CALL erp_secure('mail_suppressions');

-- Names companies, and nothing of them, to whoever carries the mail.
CREATE FUNCTION companies_with_due_mails() RETURNS TABLE (company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT m.company_id FROM mails m WHERE m.status IN ('QUEUED', 'SENDING') AND m.next_attempt_at <= now()
$$;
