-- How a card is found by what is not exactly its code. Generated, so that whoever writes a code need not know of it.
--   key     a physical card: what readers and people leave of its number, see CardKey; two cards of one key are one card
--   printed a wallet card: the eight digits that stand under its barcode
--   tapped  a wallet card: what a phone held to a reader says; not the code, and not the serial, which stands in addresses
ALTER TABLE card
    ADD COLUMN key text GENERATED ALWAYS AS (CASE WHEN kind = 'PHYSICAL' AND code NOT LIKE 'UID:%' THEN nullif(
        regexp_replace(translate(code, 'АВЕКМНОРСТУХІЈЅ-._', 'ABEKMHOPCTYXIJS'), '^0+(?=[0-9]+$)', ''), '') END) STORED,
    ADD COLUMN printed text GENERATED ALWAYS AS (CASE WHEN kind = 'WALLET' THEN right(code, 8) END) STORED,
    ADD COLUMN tapped text GENERATED ALWAYS AS (CASE WHEN kind = 'WALLET' THEN
        upper(substr(encode(sha256(('tapped:' || code)::bytea), 'hex'), 1, 32)) END) STORED;
CREATE INDEX card_key ON card (merchant_id, key) WHERE key IS NOT NULL;
CREATE INDEX card_printed ON card (merchant_id, printed) WHERE printed IS NOT NULL;
CREATE INDEX card_tapped ON card (merchant_id, tapped) WHERE tapped IS NOT NULL;

ALTER TABLE card_blank
    ADD COLUMN key text GENERATED ALWAYS AS (CASE WHEN code NOT LIKE 'UID:%' THEN nullif(
        regexp_replace(translate(code, 'АВЕКМНОРСТУХІЈЅ-._', 'ABEKMHOPCTYXIJS'), '^0+(?=[0-9]+$)', ''), '') END) STORED;
CREATE INDEX card_blank_key ON card_blank (merchant_id, key) WHERE key IS NOT NULL;
