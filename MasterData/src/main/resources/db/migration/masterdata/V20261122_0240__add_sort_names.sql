-- Lists for people are sorted by names without accents and capitals. The database orders by code point, so the
-- application writes such a form of the name beside it.
ALTER TABLE parties ADD COLUMN sort_name varchar(200) NOT NULL DEFAULT '';
UPDATE parties SET sort_name = lower(name);
ALTER TABLE parties ALTER COLUMN sort_name DROP DEFAULT;
DROP INDEX parties_name;
CREATE INDEX parties_sort_name ON parties (company_id, sort_name, id);

ALTER TABLE products ADD COLUMN sort_name varchar(200) NOT NULL DEFAULT '';
UPDATE products SET sort_name = lower(name);
ALTER TABLE products ALTER COLUMN sort_name DROP DEFAULT;
DROP INDEX products_name;
CREATE INDEX products_sort_name ON products (company_id, sort_name, id);
