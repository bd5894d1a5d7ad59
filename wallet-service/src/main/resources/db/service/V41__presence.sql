-- Who may spend: the proof that the member is there is a fact which the service itself wrote down.

-- A card that a till gave out. It is worth a phone number until its member has confirmed it by a code.
ALTER TABLE card ADD COLUMN confirmed boolean NOT NULL DEFAULT true;

-- Whether a code that was sent to the phone has ever come back; false: only a cashier vouched for the number.
-- The key under which a register signed the member up, so that the same request again gets the same answer.
ALTER TABLE member
    ADD COLUMN phone_confirmed boolean NOT NULL DEFAULT true,
    ADD COLUMN signed_up_key text;

-- What a scan proves of the member's presence: the card itself was read; a card that nobody confirmed yet; the member was only found.
-- unconfirmed names that card, as the cabinet's addresses do.
ALTER TABLE scan
    ADD COLUMN presence text CHECK (presence IN ('CARD', 'GIVEN_OUT', 'FOUND')),
    ADD COLUMN unconfirmed text;
-- The wall stands for the owner, too, and hides from him what he is to change.
ALTER TABLE scan NO FORCE ROW LEVEL SECURITY;
UPDATE scan SET presence = CASE medium WHEN 'PHONE' THEN 'FOUND' ELSE 'CARD' END
WHERE outcome = 'FOUND' AND at > now() - interval '1 hour';
ALTER TABLE scan FORCE ROW LEVEL SECURITY;

-- The card that the code confirms beside the spending.
ALTER TABLE spend_code ADD COLUMN unconfirmed text;

-- Off was what everybody had without asking for it; on is the rule now, and who wants it off says so.
ALTER TABLE till_settings NO FORCE ROW LEVEL SECURITY;
UPDATE till_settings SET scan_required = true;
ALTER TABLE till_settings FORCE ROW LEVEL SECURITY;
