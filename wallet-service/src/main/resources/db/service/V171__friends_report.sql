-- The report of friends goes by the days of purchases; flags by who signed friends up.
CREATE INDEX referral_reward_at ON referral_reward (merchant_id, at) INCLUDE (given, taken, kept, earned_at);
CREATE INDEX member_invited_at ON member (merchant_id, invited_at) INCLUDE (member_id, invited_by) WHERE invited_by IS NOT NULL;
