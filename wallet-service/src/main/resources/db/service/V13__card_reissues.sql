-- What a request to re-issue a card brought about, so that the same key again changes nothing and gets the same answer.
CREATE TABLE card_reissue (
    merchant_id bigint NOT NULL,
    staff_id bigint NOT NULL,
    request_key text NOT NULL,
    member_id bigint NOT NULL,
    body_hash text NOT NULL,
    response text NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, staff_id, request_key)
);
CREATE INDEX card_reissue_age ON card_reissue (merchant_id, created_at);

ALTER TABLE card_reissue ENABLE ROW LEVEL SECURITY;
ALTER TABLE card_reissue FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON card_reissue TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, DELETE ON card_reissue TO kartela_app;
GRANT UPDATE (response) ON card_reissue TO kartela_app;
