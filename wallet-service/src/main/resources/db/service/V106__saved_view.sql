-- What people keep of a list's search, filter, order and columns, for themselves or for everybody who may see that list.
CREATE TABLE saved_view (
    merchant_id bigint NOT NULL,
    view_id bigint NOT NULL,
    list text NOT NULL CHECK (list IN ('MEMBERS', 'GOODS', 'AUDIT')),
    staff_id bigint NOT NULL,
    shared boolean NOT NULL,
    name text NOT NULL,
    -- The page's own words; the service only bounds them.
    state json NOT NULL,
    revision integer NOT NULL DEFAULT 1,
    PRIMARY KEY (merchant_id, view_id)
);
CREATE INDEX saved_view_list ON saved_view (merchant_id, list, staff_id);

ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY;
ALTER TABLE saved_view FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON saved_view TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE (name, shared, state, revision), DELETE ON saved_view TO kartela_app;
