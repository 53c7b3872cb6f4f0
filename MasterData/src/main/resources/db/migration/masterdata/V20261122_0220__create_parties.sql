-- Customers and suppliers, and the search for them.
CREATE TABLE parties (
    company_id            uuid NOT NULL,
    id                    uuid NOT NULL,
    version               int NOT NULL,
    code                  varchar(40) NOT NULL,
    name                  varchar(200) NOT NULL,
    legal_name            varchar(200),
    customer              boolean NOT NULL,
    supplier              boolean NOT NULL,
    country               varchar(2),
    tax_id                varchar(40),
    addresses             jsonb NOT NULL,
    contacts              jsonb NOT NULL,
    payment_terms_id      uuid,
    credit_limit          numeric(19, 4) CHECK (credit_limit >= 0),
    credit_limit_currency varchar(3),
    currency              varchar(3),
    language              varchar(5),
    notes                 varchar(4000),
    active                boolean NOT NULL,
    search_text           varchar(4000) NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, code),
    FOREIGN KEY (company_id, payment_terms_id) REFERENCES payment_terms (company_id, id),
    CHECK (customer OR supplier),
    CHECK ((credit_limit IS NULL) = (credit_limit_currency IS NULL)),
    CHECK (length(addresses::text) <= 40000 AND length(contacts::text) <= 60000)
);
CREATE INDEX parties_name ON parties (company_id, name, id);
CREATE INDEX parties_code ON parties (company_id, code, id);
CREATE INDEX parties_tax_id ON parties (company_id, tax_id) WHERE tax_id IS NOT NULL;
CREATE INDEX parties_payment_terms ON parties (company_id, payment_terms_id);
CREATE INDEX parties_search ON parties USING gin (company_id, search_text gin_trgm_ops);
CALL erp_secure('parties');

-- The last number given to a customer or supplier that came without a code. Gaps do no harm here.
CREATE TABLE party_counters (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    prefix      varchar(1) NOT NULL CHECK (prefix IN ('C', 'S')),
    last_number bigint NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, prefix)
);
CALL erp_secure('party_counters');

-- The parties of the transaction's company that hold something like the query, the 500 best at most. The trigram
-- operators are not leakproof, so that under row-level security they could not use the index: hence a function of the
-- tables' owner, whose first condition is the company.
CREATE FUNCTION party_search(query text) RETURNS TABLE (id uuid, relevance int)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
    SET search_path = public, pg_temp
    SET pg_trgm.word_similarity_threshold = 0.45 AS $$
    SELECT p.id, (word_similarity(query, p.search_text) * 10000)::int
    FROM parties p
    WHERE p.company_id = nullif(current_setting('erp.company_id', true), '')::uuid AND query <% p.search_text
    ORDER BY 2 DESC, 1
    LIMIT 500
$$;
