-- Products and services, the tree of their categories, and the search for them.
CREATE TABLE product_categories (
    company_id uuid NOT NULL,
    id         uuid NOT NULL,
    version    int NOT NULL,
    code       varchar(40) NOT NULL,
    name       varchar(200) NOT NULL,
    parent_id  uuid,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, code),
    FOREIGN KEY (company_id, parent_id) REFERENCES product_categories (company_id, id)
);
CREATE INDEX product_categories_name ON product_categories (company_id, name, id);
CREATE INDEX product_categories_parent ON product_categories (company_id, parent_id);
CALL erp_secure('product_categories');

CREATE TABLE products (
    company_id              uuid NOT NULL,
    id                      uuid NOT NULL,
    version                 int NOT NULL,
    code                    varchar(40) NOT NULL,
    name                    varchar(200) NOT NULL,
    description             varchar(4000),
    kind                    varchar(10) NOT NULL CHECK (kind IN ('GOODS', 'SERVICE')),
    unit_id                 uuid,
    sale_price              numeric(18, 6) CHECK (sale_price >= 0),
    sale_price_currency     varchar(3),
    purchase_price          numeric(18, 6) CHECK (purchase_price >= 0),
    purchase_price_currency varchar(3),
    category_id             uuid,
    sales_tax_code_id       uuid,
    active                  boolean NOT NULL,
    search_text             varchar(300) NOT NULL,
    PRIMARY KEY (company_id, id),
    UNIQUE (company_id, code),
    FOREIGN KEY (company_id, unit_id) REFERENCES units (company_id, id),
    FOREIGN KEY (company_id, category_id) REFERENCES product_categories (company_id, id),
    FOREIGN KEY (company_id, sales_tax_code_id) REFERENCES tax_codes (company_id, id),
    CHECK ((sale_price IS NULL) = (sale_price_currency IS NULL)),
    CHECK ((purchase_price IS NULL) = (purchase_price_currency IS NULL))
);
CREATE INDEX products_name ON products (company_id, name, id);
CREATE INDEX products_code ON products (company_id, code, id);
CREATE INDEX products_unit ON products (company_id, unit_id);
CREATE INDEX products_category ON products (company_id, category_id);
CREATE INDEX products_sales_tax_code ON products (company_id, sales_tax_code_id);
CREATE INDEX products_search ON products USING gin (company_id, search_text gin_trgm_ops);
CALL erp_secure('products');

-- As party_search: the transaction's company first, then the trigrams, the 500 best at most.
CREATE FUNCTION product_search(query text) RETURNS TABLE (id uuid, relevance int)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
    SET search_path = public, pg_temp
    SET pg_trgm.word_similarity_threshold = 0.45 AS $$
    SELECT p.id, (word_similarity(query, p.search_text) * 10000)::int
    FROM products p
    WHERE p.company_id = nullif(current_setting('erp.company_id', true), '')::uuid AND query <% p.search_text
    ORDER BY 2 DESC, 1
    LIMIT 500
$$;
