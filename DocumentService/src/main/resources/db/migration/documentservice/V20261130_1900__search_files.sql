-- Files are found by the words of their names, notes and texts. A word is kept once, without its place: the text cannot
-- be put together again from them.

-- The words in a content, as far as one can read it, and who is reading it just now.
CREATE TABLE file_words (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    state       text NOT NULL CHECK (state IN ('READING', 'READ', 'UNREADABLE')),
    taken_at    timestamptz NOT NULL,
    attempts    int NOT NULL CHECK (attempts > 0),
    problem     text CHECK (length(problem) <= 200),
    words       tsvector NOT NULL DEFAULT '',
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, id) REFERENCES stored_files (company_id, id) ON DELETE CASCADE
);
CALL erp_secure('file_words');

-- All that an attachment is found by; to be gathered anew when it is due.
CREATE TABLE attachment_words (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    words       tsvector NOT NULL DEFAULT '',
    due_at      timestamptz DEFAULT now(),
    PRIMARY KEY (company_id, id),
    FOREIGN KEY (company_id, id) REFERENCES attachments (company_id, id) ON DELETE CASCADE
);
CREATE INDEX attachment_words_search ON attachment_words USING gin (company_id, words);
CREATE INDEX attachment_words_due ON attachment_words (company_id, due_at, id) WHERE due_at IS NOT NULL;
CALL erp_secure('attachment_words');

INSERT INTO attachment_words (company_id, id) SELECT company_id, id FROM attachments;

-- A trigger, so that what an instance of the version before adds or changes is due as well.
CREATE FUNCTION gather_words_of_attachment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO attachment_words (company_id, id) VALUES (NEW.company_id, NEW.id)
    ON CONFLICT (company_id, id) DO UPDATE SET due_at = now();
    RETURN NULL;
END $$;
CREATE TRIGGER gather_words AFTER INSERT OR UPDATE ON attachments FOR EACH ROW EXECUTE FUNCTION gather_words_of_attachment();

-- Names companies, and nothing of them, to whoever gathers words.
CREATE FUNCTION companies_with_words_to_gather() RETURNS TABLE (company_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT DISTINCT w.company_id FROM attachment_words w WHERE w.due_at <= now()
$$;

-- The files of the transaction's company that hold all words of the query, the 10 000 newest at most. The operator of
-- text search is not leakproof, so that under row-level security it could not use the index: hence a function of the
-- tables' owner, whose first condition is the company.
CREATE FUNCTION file_search(query text) RETURNS TABLE (id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = public, pg_temp AS $$
    SELECT w.id FROM attachment_words w
    WHERE w.company_id = nullif(current_setting('erp.company_id', true), '')::uuid AND w.words @@ query::tsquery
    ORDER BY w.id DESC
    LIMIT 10000
$$;
