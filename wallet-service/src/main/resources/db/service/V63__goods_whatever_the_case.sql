-- Registers send one code as latte and LATTE. A column, because row-level security keeps an index on lower() from being used.
ALTER TABLE goods ADD COLUMN code_key text GENERATED ALWAYS AS (lower(code)) STORED;
CREATE INDEX goods_code ON goods (merchant_id, code_key);
