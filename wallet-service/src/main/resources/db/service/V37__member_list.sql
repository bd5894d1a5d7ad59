-- The cabinet's list of members at a million of them: every order is an index that begins with what the list is filtered by, so
-- that the first page costs what the thousandth does. Orders by what purchases change stand where purchases write anyway; the
-- rest, which changes seldom, stands in a table of its own beside the tables that tills lock, kept by triggers alone.
CREATE TABLE member_list (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    tier text NOT NULL,
    created_at timestamptz NOT NULL,
    -- Lower case, ё as е, single spaces: by this the list is sorted and searched.
    name_key text NOT NULL,
    -- Its digits.
    phone text NOT NULL,
    -- Whether the ledger has an account: without one the balance is nothing.
    account boolean NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);

CREATE FUNCTION list_name(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT btrim(regexp_replace(replace(lower(name), 'ё', 'е'), '\s+', ' ', 'g'))
$$;

-- What a member can be found by: every one, two and three letters in a row of the name, every three digits of the phone. The
-- merchant stands in each, so that nobody's search goes through other merchants' members. No extension is needed for it.
CREATE FUNCTION list_grams(merchant bigint, name_key text, phone text) RETURNS text[]
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    grams text[] := '{}';
    size integer := length(name_key);
    part text;
BEGIN
    FOR i IN 1..size LOOP
        FOR n IN 1..least(3, size - i + 1) LOOP
            part := substr(name_key, i, n);
            EXIT WHEN right(part, 1) = ' ';
            grams := grams || (merchant || 'n' || part);
        END LOOP;
    END LOOP;
    FOR i IN 1..length(phone) - 2 LOOP
        grams := grams || (merchant || 'p' || substr(phone, i, 3));
    END LOOP;
    RETURN grams;
END $$;

-- The wall stands for the owner, too, and hides from him what he is to copy.
ALTER TABLE member NO FORCE ROW LEVEL SECURITY;
ALTER TABLE member_standing NO FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger.account NO FORCE ROW LEVEL SECURITY;
INSERT INTO member_list
SELECT m.merchant_id, m.member_id, s.tier, m.created_at, list_name(m.name), ltrim(m.phone, '+'), a.account_id IS NOT NULL
FROM member m JOIN member_standing s USING (merchant_id, member_id)
LEFT JOIN ledger.account a ON a.merchant_id = m.merchant_id AND a.account_id = m.member_id;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
ALTER TABLE member_standing FORCE ROW LEVEL SECURITY;
ALTER TABLE ledger.account FORCE ROW LEVEL SECURITY;

CREATE INDEX member_list_created ON member_list (merchant_id, tier, created_at, member_id);
CREATE INDEX member_list_name ON member_list (merchant_id, tier, name_key, member_id);
CREATE INDEX member_list_no_account ON member_list (merchant_id, member_id) WHERE NOT account;
-- Without a list of pending entries, which every search would have to read as well; people sign up seldom.
CREATE INDEX member_list_grams ON member_list USING gin (list_grams(merchant_id, name_key, phone)) WITH (fastupdate = off);

-- These two serve whoever asks for a tier's members as well.
CREATE INDEX member_standing_spent ON member_standing (merchant_id, tier, spent_total, member_id);
-- Not coalesce(): behind row-level security it counts as what could tell of others' rows, and the index would not be searched.
CREATE INDEX member_standing_last ON member_standing (merchant_id, tier,
    (CASE WHEN last_purchase_at IS NULL THEN '-infinity'::timestamptz ELSE last_purchase_at END), member_id);
DROP INDEX member_standing_tier;
CREATE INDEX account_balance ON ledger.account (merchant_id, balance, account_id);

-- A card is found by its last digits.
ALTER TABLE card ADD COLUMN tail text COLLATE "C" GENERATED ALWAYS AS (reverse(code)) STORED;
CREATE INDEX card_tail ON card (merchant_id, tail);

ALTER TABLE member_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_list FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON member_list TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON member_list TO kartela_app;

-- Behind row-level security PostgreSQL looks nothing up by text that "contains": such operators could tell of others' rows. So
-- the search alone steps over the wall, and stands on its own: it knows the merchant from the wall's own setting, and gives
-- nothing but numbers of that merchant's members.
DO $$ BEGIN
    EXECUTE format('CREATE POLICY search ON member_list FOR SELECT TO %I USING (true)', current_user);
END $$;
CREATE FUNCTION list_find(words text[], phones text[], of_tier text, most integer) RETURNS SETOF bigint
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET enable_seqscan = off AS $$
DECLARE
    merchant bigint := nullif(current_setting('kartela.merchant', true), '')::bigint;
    sql text := format('SELECT member_id FROM kartela.member_list WHERE merchant_id = %L::bigint', merchant);
    found_by text := 'kartela.list_grams(merchant_id, name_key, phone) @> %L::text[]';
    grams text[];
    one text;
    any_phone text := '';
BEGIN
    IF of_tier IS NOT NULL THEN
        sql := sql || format(' AND tier = %L', of_tier);
    END IF;
    FOREACH one IN ARRAY words LOOP
        grams := '{}';
        FOR i IN 1..greatest(1, length(one) - 2) LOOP
            grams := grams || (merchant || 'n' || substr(one, i, 3));
        END LOOP;
        sql := sql || format(' AND ' || found_by || ' AND name_key LIKE %L', grams,
            '%' || replace(replace(replace(one, '\', '\\'), '%', '\%'), '_', '\_') || '%');
    END LOOP;
    FOREACH one IN ARRAY phones LOOP
        any_phone := any_phone || format(' OR ' || found_by || ' AND phone LIKE %L',
            kartela.list_grams(merchant, '', replace(one, '%', '')), one);
    END LOOP;
    IF any_phone <> '' THEN
        sql := sql || ' AND (false' || any_phone || ')';
    END IF;
    RETURN QUERY EXECUTE sql || format(' LIMIT %L', most);
END $$;
REVOKE ALL ON FUNCTION list_find FROM PUBLIC;
GRANT EXECUTE ON FUNCTION list_find TO kartela_app;

-- Members come and go with their standing; whichever of the two rows is written last makes the entry.
CREATE FUNCTION list_joined() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO kartela.member_list
    SELECT m.merchant_id, m.member_id, s.tier, m.created_at, kartela.list_name(m.name), ltrim(m.phone, '+'), EXISTS (
        SELECT FROM ledger.account a WHERE a.merchant_id = m.merchant_id AND a.account_id = m.member_id)
    FROM fresh JOIN kartela.member m USING (merchant_id, member_id)
    JOIN kartela.member_standing s USING (merchant_id, member_id)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER list_joined AFTER INSERT ON member_standing REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION list_joined();
CREATE TRIGGER list_joined AFTER INSERT ON member REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION list_joined();

CREATE FUNCTION list_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE kartela.member_list l SET account = true FROM fresh
    WHERE l.merchant_id = fresh.merchant_id AND l.member_id = fresh.account_id AND NOT l.account;
    RETURN NULL;
END $$;
CREATE TRIGGER list_account AFTER INSERT ON ledger.account REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION list_account();

CREATE FUNCTION list_tier() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE kartela.member_list SET tier = NEW.tier WHERE merchant_id = NEW.merchant_id AND member_id = NEW.member_id;
    RETURN NULL;
END $$;
CREATE TRIGGER list_tier AFTER UPDATE OF tier ON member_standing FOR EACH ROW WHEN (OLD.tier IS DISTINCT FROM NEW.tier)
    EXECUTE FUNCTION list_tier();

CREATE FUNCTION list_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE kartela.member_list SET name_key = kartela.list_name(NEW.name), phone = ltrim(NEW.phone, '+')
    WHERE merchant_id = NEW.merchant_id AND member_id = NEW.member_id;
    RETURN NULL;
END $$;
CREATE TRIGGER list_named AFTER UPDATE OF name, phone ON member FOR EACH ROW
    WHEN (OLD.name IS DISTINCT FROM NEW.name OR OLD.phone IS DISTINCT FROM NEW.phone) EXECUTE FUNCTION list_named();

CREATE FUNCTION list_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM kartela.member_list WHERE merchant_id = OLD.merchant_id AND member_id = OLD.member_id;
    RETURN NULL;
END $$;
CREATE TRIGGER list_left AFTER DELETE ON member_standing FOR EACH ROW EXECUTE FUNCTION list_left();
