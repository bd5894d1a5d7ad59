-- Who is not written to on purpose, so that it can be told what writing brought. A campaign's own share is drawn when its recipients are
-- fixed and kept with them; the shop's stays out of all advertising for a quarter of a year.
ALTER TABLE campaign
    ADD COLUMN hold_out_percent smallint NOT NULL DEFAULT 0 CHECK (hold_out_percent BETWEEN 0 AND 50),
    -- So long after its beginning purchases are counted.
    ADD COLUMN window_days smallint NOT NULL DEFAULT 14 CHECK (window_days IN (7, 14, 30)),
    -- Which figure of a member is compared: a result never changes its meaning. 1: purchases net of returns, with the part paid by bonuses.
    ADD COLUMN outcome smallint NOT NULL DEFAULT 1;
ALTER TABLE merchant
    ADD COLUMN global_hold_out_percent smallint NOT NULL DEFAULT 0 CHECK (global_hold_out_percent BETWEEN 0 AND 10),
    -- What of a price is left after the goods are paid; null: the shop has not said.
    ADD COLUMN margin_percent smallint CHECK (margin_percent BETWEEN 1 AND 100),
    -- Makes draws of one shop independent of another's.
    ADD COLUMN hold_out_salt uuid NOT NULL DEFAULT gen_random_uuid();

-- Members who have become another, few among all: what campaigns brought is counted by who they are now.
CREATE INDEX member_merged ON member (merchant_id, member_id) INCLUDE (merged_into) WHERE merged_into IS NOT NULL;
