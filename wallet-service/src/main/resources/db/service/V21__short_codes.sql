-- The thirteen digits of a wallet card whose design asks for an EAN-13: one more code of the same card, beside its twenty.
-- In this table because a code must lead to one member, whatever kind it is of.
ALTER TABLE card
    DROP CONSTRAINT card_kind_check,
    ADD CONSTRAINT card_kind_check CHECK (kind IN ('WALLET', 'WALLET_EAN13', 'PHYSICAL')) NOT VALID;
ALTER TABLE card VALIDATE CONSTRAINT card_kind_check;
