-- Invite codes are worked out from a member's number under this secret of the merchant: they need no column, index or
-- look-up, and a million members have theirs without a row being written. A new merchant gets a secret as it is made.
ALTER TABLE merchant
    ADD COLUMN invite_key bytea NOT NULL DEFAULT sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- Who brought a member in, once and for ever; it follows the inviter who is merged into another record.
ALTER TABLE member
    ADD COLUMN invited_by bigint,
    ADD COLUMN invited_at timestamptz,
    ADD CONSTRAINT member_invited CHECK ((invited_by IS NULL) = (invited_at IS NULL) AND invited_by <> member_id);
-- Whom a member invited, the newest first.
CREATE INDEX member_invited_by ON member (merchant_id, invited_by, member_id) WHERE invited_by IS NOT NULL;

-- The code given when a sign-up began; empty: it was nobody's. Null: none was given.
ALTER TABLE sign_up ADD COLUMN invite text;
