-- Views of lists that users keep under a name, for themselves or for all of the company.

CREATE TABLE saved_views (
    company_id  uuid NOT NULL,
    id          uuid NOT NULL,
    version     int NOT NULL,
    owner_id    uuid NOT NULL,
    list        text NOT NULL CHECK (length(list) BETWEEN 1 AND 50),
    name        text NOT NULL CHECK (length(name) BETWEEN 1 AND 60),
    query       text NOT NULL CHECK (length(query) <= 2000),
    shared      boolean NOT NULL,
    PRIMARY KEY (company_id, id)
);
CREATE UNIQUE INDEX saved_views_name ON saved_views (company_id, owner_id, list, name);
CREATE INDEX saved_views_list ON saved_views (company_id, list, name);
CALL erp_secure('saved_views');
