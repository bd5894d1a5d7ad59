-- What inviters are to get for what their friends bought: written with the receipt, so that chain, level and program are those of its
-- moment; booked into the inviters' accounts right after it (ADR 0018).
--
-- amount: by the program for the whole purchase; kept: what is left of it after returns. given and taken are what was booked.
-- earned_at: from when it is owed; null while the friend has not bought once more. settled_at: it was given, or was not for a reason:
-- refused BLOCKED or ERASED, or capped. due: what is booked is not what is kept.
CREATE TABLE referral_reward (
    merchant_id bigint NOT NULL,
    receipt_id bigint NOT NULL,
    level smallint NOT NULL CHECK (level BETWEEN 1 AND 10),
    friend_id bigint NOT NULL,
    inviter_id bigint NOT NULL,
    program_number integer NOT NULL,
    at timestamptz NOT NULL,
    earned_at timestamptz,
    amount bigint NOT NULL CHECK (amount > 0),
    kept bigint NOT NULL CHECK (kept BETWEEN 0 AND amount),
    given bigint NOT NULL DEFAULT 0 CHECK (given BETWEEN 0 AND amount),
    taken bigint NOT NULL DEFAULT 0 CHECK (taken BETWEEN 0 AND given),
    refused text CHECK (refused IN ('BLOCKED', 'ERASED')),
    capped boolean NOT NULL DEFAULT false,
    due boolean NOT NULL,
    returned_at timestamptz,
    settled_at timestamptz,
    active_from timestamptz,
    account_id bigint,
    lot_id bigint,
    PRIMARY KEY (merchant_id, receipt_id, level)
);
CREATE INDEX referral_reward_due ON referral_reward (merchant_id, receipt_id, level) WHERE due;
CREATE INDEX referral_reward_waiting ON referral_reward (merchant_id, friend_id) WHERE earned_at IS NULL;
CREATE INDEX referral_reward_friend ON referral_reward (merchant_id, friend_id, at);
CREATE INDEX referral_reward_inviter ON referral_reward (merchant_id, inviter_id, at);

ALTER TABLE referral_reward ENABLE ROW LEVEL SECURITY;
ALTER TABLE referral_reward FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON referral_reward TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE ON referral_reward TO kartela_app;
