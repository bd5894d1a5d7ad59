-- A member's own data are changed by several people of the shop: the revision says what each of them has seen.
-- An address is found by its beginning, in the order of bytes.
ALTER TABLE member ADD COLUMN email text COLLATE "C", ADD COLUMN revision integer NOT NULL DEFAULT 1;

-- What the shop calls its members, beside tiers.
CREATE TABLE member_tag (
    merchant_id bigint NOT NULL,
    member_id bigint NOT NULL,
    tag text NOT NULL,
    PRIMARY KEY (merchant_id, member_id, tag)
);
CREATE INDEX member_tag_of ON member_tag (merchant_id, tag, member_id);
ALTER TABLE member_tag ENABLE ROW LEVEL SECURITY;
ALTER TABLE member_tag FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON member_tag TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, DELETE ON member_tag TO kartela_app;

-- Two records of one person are found by what they have in common.
CREATE INDEX member_email ON member (merchant_id, email) WHERE email IS NOT NULL;
CREATE INDEX member_list_same_name ON member_list (merchant_id, name_key);
