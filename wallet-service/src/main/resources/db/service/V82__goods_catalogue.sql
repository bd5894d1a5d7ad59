-- What a shop sells, as people see it: an item with a name, codes, a price and categories, which make a tree. The table goods stays
-- what receipts are judged by: what each code meant since when. Both are written in one transaction.
CREATE TABLE goods_category (
    merchant_id bigint NOT NULL,
    category_id bigint NOT NULL,
    -- As rules and registers write it; the name may be changed, the key stays.
    key text NOT NULL,
    name text NOT NULL,
    parent_id bigint,
    PRIMARY KEY (merchant_id, category_id),
    UNIQUE (merchant_id, key)
);

CREATE TABLE goods_item (
    merchant_id bigint NOT NULL,
    item_id bigint NOT NULL,
    name text NOT NULL,
    name_key text NOT NULL GENERATED ALWAYS AS (list_name(name)) STORED,
    -- The name and all codes, as they are looked for.
    search text NOT NULL,
    categories text[] NOT NULL DEFAULT '{}',
    flags text[] NOT NULL DEFAULT '{}',
    price bigint,
    -- Not coalesce() in the index: behind row-level security it would not be searched.
    price_key bigint NOT NULL GENERATED ALWAYS AS (CASE WHEN price IS NULL THEN -1 ELSE price END) STORED,
    cost bigint,
    archived boolean NOT NULL DEFAULT false,
    -- Nobody has said anything of it yet: registers may still teach its name and categories.
    learned boolean NOT NULL,
    sold_on date NOT NULL DEFAULT '-infinity',
    PRIMARY KEY (merchant_id, item_id)
);
CREATE INDEX goods_item_name ON goods_item (merchant_id, archived, name_key, item_id);
CREATE INDEX goods_item_price ON goods_item (merchant_id, archived, price_key, item_id);
CREATE INDEX goods_item_sold ON goods_item (merchant_id, archived, sold_on, item_id);

CREATE TABLE goods_item_code (
    merchant_id bigint NOT NULL,
    -- In small letters: registers send one code as latte and LATTE.
    code_key text NOT NULL,
    code text NOT NULL,
    item_id bigint NOT NULL,
    PRIMARY KEY (merchant_id, code_key)
);
CREATE INDEX goods_item_code_item ON goods_item_code (merchant_id, item_id);

-- Marks that every sold piece of these goods bears, beside those of the register.
ALTER TABLE goods ADD COLUMN flags text[] NOT NULL DEFAULT '{}';

-- The wall stands for the owner, too, and hides from him what he is to copy.
ALTER TABLE goods NO FORCE ROW LEVEL SECURITY;
CREATE TEMP TABLE newest ON COMMIT DROP AS
    SELECT g.*, nextval('id_block') AS item_id FROM (
        SELECT DISTINCT ON (merchant_id, code_key) merchant_id, code_key, code, name, categories, learned
        FROM goods ORDER BY merchant_id, code_key, since DESC) g;
ALTER TABLE goods FORCE ROW LEVEL SECURITY;
INSERT INTO goods_item (merchant_id, item_id, name, search, categories, learned)
    SELECT merchant_id, item_id, name, list_name(name || ' ' || code_key), categories, learned FROM newest;
INSERT INTO goods_item_code (merchant_id, code_key, code, item_id) SELECT merchant_id, code_key, code, item_id FROM newest;
INSERT INTO goods_category (merchant_id, category_id, key, name)
    SELECT merchant_id, nextval('id_block'), key, key
    FROM (SELECT DISTINCT merchant_id, unnest(categories) AS key FROM newest) k;

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['goods_category', 'goods_item', 'goods_item_code']
    LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format($p$CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint)$p$, t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;
