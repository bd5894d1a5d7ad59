-- The monthly recomputation of tiers finds whose turn it is without reading the others.
CREATE INDEX member_standing_recomputed ON member_standing (merchant_id, recomputed_on, member_id);
-- Every second campaigns are looked at that run; those that are over, or stand, are not gone through for it.
CREATE INDEX campaign_running ON campaign (merchant_id, campaign_id) WHERE state = 'RUNNING';
-- Old holds are forgotten every hour; so are the sessions of staff.
CREATE INDEX hold_closed ON ledger.hold (expires_at) WHERE status <> 'OPEN';
CREATE INDEX session_end ON session (expires_at);
