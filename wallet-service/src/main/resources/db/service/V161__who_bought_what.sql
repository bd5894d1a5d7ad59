-- "Bought coffee in the last 30 days" without opening a document: which goods and categories a receipt has, each by a hash of its name.
-- Written behind purchases, by the clock; a return and a change of the buyer are followed at once.
CREATE TABLE receipt_good (
    merchant_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    -- hashtextextended of 'g' and the code in small letters, or of 'c' and the category's key.
    key bigint NOT NULL,
    member_id bigint NOT NULL,
    at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, receipt_id, key)
);
CREATE INDEX receipt_good_who ON receipt_good (merchant_id, key, at) INCLUDE (member_id, receipt_id);
ALTER TABLE receipt_good SET (autovacuum_vacuum_insert_scale_factor = 0.01);

-- Up to which moment receipts that were booked are in it.
CREATE TABLE receipt_good_seen (
    merchant_id bigint PRIMARY KEY,
    recorded_until timestamptz NOT NULL
);

DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['receipt_good', 'receipt_good_seen'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY tenant ON %I TO kartela_app
            USING (merchant_id = nullif(current_setting(''kartela.merchant'', true), '''')::bigint)', t);
        EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO kartela_app', t);
    END LOOP;
END $$;

-- What the lines of a receipt are, in the spelling that is hashed.
CREATE FUNCTION receipt_goods(document json) RETURNS SETOF bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT DISTINCT hashtextextended(k.name, 0)
    FROM json_array_elements(document #> '{receipt,basket,lines}') l
    CROSS JOIN LATERAL (
        SELECT 'g' || lower(l ->> 'sku') AS name WHERE l ->> 'sku' <> ''
        UNION ALL SELECT 'c' || c FROM json_array_elements_text(l -> 'categories') c) k
$$;

CREATE FUNCTION receipt_good_follows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.undone OR NEW.member_id IS NULL THEN
        DELETE FROM kartela.receipt_good WHERE merchant_id = NEW.merchant_id AND receipt_id = NEW.receipt_id;
    ELSIF OLD.member_id IS NULL THEN
        INSERT INTO kartela.receipt_good (merchant_id, receipt_id, key, member_id, at)
        SELECT NEW.merchant_id, NEW.receipt_id, k, NEW.member_id, NEW.at FROM kartela.receipt_goods(NEW.document) k
        ON CONFLICT DO NOTHING;
    ELSE
        UPDATE kartela.receipt_good SET member_id = NEW.member_id WHERE merchant_id = NEW.merchant_id AND receipt_id = NEW.receipt_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER receipt_good_follows AFTER UPDATE ON receipt FOR EACH ROW
    WHEN (NEW.undone IS DISTINCT FROM OLD.undone OR NEW.member_id IS DISTINCT FROM OLD.member_id)
    EXECUTE FUNCTION receipt_good_follows();

-- Who had the card on a phone once: who has it no more has removed it.
CREATE TABLE wallet_held (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    PRIMARY KEY (merchant_id, member_id)
);
ALTER TABLE wallet_held ENABLE ROW LEVEL SECURITY;
ALTER TABLE wallet_held FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON wallet_held TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, DELETE ON wallet_held TO kartela_app;
-- The wall stands for the owner, too, and hides from him what he is to copy.
ALTER TABLE apple_registration NO FORCE ROW LEVEL SECURITY;
ALTER TABLE google_object NO FORCE ROW LEVEL SECURITY;
ALTER TABLE pass NO FORCE ROW LEVEL SECURITY;
ALTER TABLE wallet_held NO FORCE ROW LEVEL SECURITY;
INSERT INTO wallet_held (merchant_id, member_id)
    SELECT DISTINCT p.merchant_id, p.member_id FROM pass p
    WHERE EXISTS (SELECT FROM apple_registration r WHERE r.merchant_id = p.merchant_id AND r.serial = p.serial)
        OR EXISTS (SELECT FROM google_object o WHERE o.merchant_id = p.merchant_id AND o.serial = p.serial AND o.state <> 'OFFERED');
ALTER TABLE apple_registration FORCE ROW LEVEL SECURITY;
ALTER TABLE google_object FORCE ROW LEVEL SECURITY;
ALTER TABLE pass FORCE ROW LEVEL SECURITY;
ALTER TABLE wallet_held FORCE ROW LEVEL SECURITY;

CREATE FUNCTION wallet_is_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO kartela.wallet_held (merchant_id, member_id)
    SELECT p.merchant_id, p.member_id FROM kartela.pass p WHERE p.merchant_id = NEW.merchant_id AND p.serial = NEW.serial
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER wallet_is_held AFTER INSERT ON apple_registration FOR EACH ROW EXECUTE FUNCTION wallet_is_held();
CREATE TRIGGER wallet_is_held AFTER INSERT OR UPDATE OF state ON google_object FOR EACH ROW
    WHEN (NEW.state = 'SAVED') EXECUTE FUNCTION wallet_is_held();
