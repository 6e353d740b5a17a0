-- What a database can contain that a dump must restore. The tables of "reports" are created by its owner.
CREATE EXTENSION pg_trgm;
CREATE EXTENSION hstore;
CREATE ROLE reader NOLOGIN;
GRANT reader TO app;
ALTER ROLE app SET work_mem = '8MB';
ALTER ROLE app CONNECTION LIMIT 7;
CREATE ROLE "it's ""quoted""" LOGIN PASSWORD 'a ''quoted'' password';
CREATE DATABASE "with spaces" OWNER app;
ALTER DATABASE reports SET timezone = 'Europe/Berlin';
INSERT INTO orders SELECT generate_series(1, 1000);
CREATE SCHEMA shop AUTHORIZATION app;
CREATE TABLE shop.items (
  id bigserial PRIMARY KEY,
  order_id bigint NOT NULL REFERENCES orders,
  text text NOT NULL CHECK (text <> ''),
  amount numeric(12, 2),
  at timestamptz NOT NULL,
  attributes hstore,
  document jsonb,
  bytes bytea
);
INSERT INTO shop.items (order_id, text, amount, at, attributes, document, bytes)
  SELECT n % 1000 + 1, E'text \\ ''quoted'' \t ü ' || n, n / 3.0, '2026-01-01'::timestamptz + n * interval '1 minute',
    hstore('n', n::text), jsonb_build_object('n', n), decode(md5(n::text), 'hex')
  FROM generate_series(1, 2000) AS n;
CREATE INDEX items_text ON shop.items USING gin (text gin_trgm_ops);
CREATE VIEW shop.totals AS SELECT order_id, sum(amount) AS total FROM shop.items GROUP BY order_id;
CREATE MATERIALIZED VIEW shop.first AS SELECT min(id) AS id FROM shop.items;
CREATE FUNCTION shop.twice(n bigint) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT 2 * n';
GRANT SELECT ON shop.items TO reader;
CREATE SEQUENCE shop.numbers START 1000 INCREMENT 7;
SELECT nextval('shop.numbers') FROM generate_series(1, 5);
SELECT lo_from_bytea(4711, decode(repeat(md5('large'), 20000), 'hex'));
GRANT SELECT ON LARGE OBJECT 4711 TO reader;
COMMENT ON TABLE shop.items IS 'What was ordered';
\connect reports
CREATE TABLE reports (day date PRIMARY KEY, text text);
INSERT INTO reports SELECT '2026-01-01'::date + n, 'report ' || n FROM generate_series(0, 364) AS n;
ALTER TABLE reports OWNER TO app;
