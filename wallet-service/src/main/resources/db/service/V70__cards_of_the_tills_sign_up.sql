-- A wallet card of somebody whom a cashier signed up without a code is confirmed as plastic is: by a code that was sent for this
-- very card. What its member proves for something else says nothing of who has the card's code, too.
ALTER TABLE card NO FORCE ROW LEVEL SECURITY;
ALTER TABLE member NO FORCE ROW LEVEL SECURITY;
UPDATE card k SET confirmed = false FROM member m
WHERE m.merchant_id = k.merchant_id AND m.member_id = k.member_id AND NOT m.phone_confirmed AND k.kind = 'WALLET';
ALTER TABLE card FORCE ROW LEVEL SECURITY;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
ALTER TABLE member DROP COLUMN phone_confirmed;
