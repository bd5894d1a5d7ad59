-- What members agreed to and took back, one row for each word, with what shows it; nothing is changed or deleted. What holds now for
-- messages stands in member.consent_messages, written in the same transaction.
CREATE TABLE consent (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    consent_id bigint GENERATED ALWAYS AS IDENTITY,
    purpose text NOT NULL CHECK (purpose IN ('PROGRAM', 'MARKETING')),
    -- By which ways of writing; ALL: whichever there are.
    channel text NOT NULL DEFAULT 'ALL',
    granted boolean NOT NULL,
    at timestamptz NOT NULL,
    source text NOT NULL CHECK (source IN ('SIGN_UP_PAGE', 'TILL', 'CABINET', 'MIGRATED')),
    -- Names the words that were read; null: they were spoken, or nobody knows.
    text_version text,
    -- The network, not the device.
    address text,
    register_id bigint,
    cashier_id bigint,
    staff_id bigint,
    PRIMARY KEY (merchant_id, member_id, consent_id)
);

ALTER TABLE consent ENABLE ROW LEVEL SECURITY;
ALTER TABLE consent FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON consent TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT ON consent TO kartela_app;

-- Who joined before: what is known of it. The wall stands for the owner, too, and hides from him what he is to read.
ALTER TABLE member NO FORCE ROW LEVEL SECURITY;
ALTER TABLE consent NO FORCE ROW LEVEL SECURITY;
INSERT INTO consent (merchant_id, member_id, purpose, granted, at, source, register_id, cashier_id)
SELECT m.merchant_id, m.member_id, one.purpose, true, one.at, 'MIGRATED', m.signed_up_register, m.signed_up_cashier
FROM member m CROSS JOIN LATERAL (VALUES
    ('PROGRAM', true, m.created_at),
    ('MARKETING', m.consent_messages, coalesce(m.consent_at, m.created_at))) one (purpose, granted, at)
WHERE one.granted;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
ALTER TABLE consent FORCE ROW LEVEL SECURITY;

ALTER TABLE member ALTER COLUMN consent_messages SET DEFAULT false, DROP COLUMN consent_at;
