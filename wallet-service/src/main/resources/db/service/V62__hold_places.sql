-- At which register a hold was placed: the hold is the proof that the member is there, and there only. Holds of before have no place.
CREATE TABLE hold_place (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    hold_id bigint NOT NULL,
    register_id bigint NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, member_id, hold_id)
);
CREATE INDEX hold_place_end ON hold_place (merchant_id, expires_at);
ALTER TABLE hold_place ENABLE ROW LEVEL SECURITY;
ALTER TABLE hold_place FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON hold_place TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, DELETE ON hold_place TO kartela_app;
