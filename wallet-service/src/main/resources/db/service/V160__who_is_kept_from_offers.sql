-- Children and blocked members are few among a million: how many of a segment they are is told while somebody puts it together.
CREATE INDEX member_born ON kartela.member (merchant_id, birth_date) WHERE birth_date IS NOT NULL;
CREATE INDEX member_blocked ON kartela.member (merchant_id, member_id) WHERE status = 'BLOCKED';
-- Which records went on as this one.
CREATE INDEX member_predecessors ON kartela.member (merchant_id, merged_into) WHERE merged_into IS NOT NULL;
