-- By which link a member refuses further offers of one kind. It opens nothing else, and stays as long as the letters that carry it.
CREATE TABLE unsubscribe_link (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    kind text NOT NULL,
    token text NOT NULL,
    PRIMARY KEY (merchant_id, member_id, kind),
    UNIQUE (merchant_id, token)
);
ALTER TABLE unsubscribe_link ENABLE ROW LEVEL SECURITY;
ALTER TABLE unsubscribe_link FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON unsubscribe_link TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, DELETE ON unsubscribe_link TO kartela_app;
