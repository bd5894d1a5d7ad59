-- Browsers are a way of a shop's to its members.
ALTER TABLE channel DROP CONSTRAINT channel_kind_check;
ALTER TABLE channel ADD CONSTRAINT channel_kind_check CHECK (kind IN ('SMS', 'MAIL', 'MAX', 'TELEGRAM', 'VK', 'WEB'));
ALTER TABLE member_address DROP CONSTRAINT member_address_kind_check;
ALTER TABLE member_address ADD CONSTRAINT member_address_kind_check CHECK (kind IN ('SMS', 'MAIL', 'MAX', 'TELEGRAM', 'VK', 'WEB'));

-- Who this installation is to browsers' push services, one pair for all shops: a browser keeps one subscription for all cards of an
-- origin. The newest is given to browsers; older ones still write to those that were subscribed with them. Nobody's table.
CREATE TABLE web_push_key (
    public_key text PRIMARY KEY,
    sealed text NOT NULL,
    made_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON web_push_key TO kartela_worker;

-- Browsers in which a member allowed the notices of the card's page.
CREATE TABLE web_subscription (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    -- Hash of the endpoint: by it the page asks whether it is known, without saying where it is written to.
    browser bytea NOT NULL,
    endpoint text NOT NULL,
    p256dh text NOT NULL,
    auth text NOT NULL,
    -- The key that it was subscribed with.
    public_key text NOT NULL,
    lang text NOT NULL CHECK (lang IN ('ru', 'en')),
    made_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, member_id, browser)
);
ALTER TABLE web_subscription ENABLE ROW LEVEL SECURITY;
ALTER TABLE web_subscription FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON web_subscription TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE, DELETE ON web_subscription TO kartela_app;
