-- Whether the member into whom a recipient was merged gets the campaign already.
CREATE INDEX campaign_recipient_member ON campaign_recipient (merchant_id, campaign_id, member_id);
