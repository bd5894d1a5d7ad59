-- Before a shop's cards are first counted the planner holds every index that begins with the merchant for as good as another, and
-- took this one to find a member's cards: all cards of the shop were read for every pass. As a partial one it is not in question
-- there; searching by the last digits implies its condition.
DROP INDEX kartela.card_tail;
CREATE INDEX card_tail ON kartela.card (merchant_id, tail) WHERE tail IS NOT NULL;
