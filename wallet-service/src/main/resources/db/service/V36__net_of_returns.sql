-- Figures are net of returns, each movement on its own day: a sale on the day of the sale, what came back on the day of the return.
ALTER TABLE receipt_return
    -- Of what was to be taken back of earned bonuses, what could not be.
    ADD COLUMN shortfall bigint NOT NULL DEFAULT 0,
    -- Nothing of the receipt is left after this one: it takes the receipt off the count.
    ADD COLUMN completes boolean NOT NULL DEFAULT false;

-- The wall stands for the owner, too, and hides from him what he is to change.
ALTER TABLE receipt NO FORCE ROW LEVEL SECURITY;
ALTER TABLE receipt_return NO FORCE ROW LEVEL SECURITY;
UPDATE receipt_return SET shortfall = (document ->> 'shortfall')::bigint
WHERE (document ->> 'shortfall')::bigint <> 0;
UPDATE receipt_return SET completes = true WHERE (merchant_id, return_id) IN (
    SELECT DISTINCT ON (b.merchant_id, b.receipt_id) b.merchant_id, b.return_id
    FROM receipt_return b JOIN receipt r USING (merchant_id, receipt_id) WHERE r.undone
    ORDER BY b.merchant_id, b.receipt_id, b.at DESC, b.return_id DESC);
-- What a receipt earned is all that it brought, gifts by rules as well.
UPDATE receipt SET earned = (document #>> '{receipt,evaluation,earned}')::bigint + g.amount
FROM (SELECT merchant_id, receipt_id, sum((one ->> 'amount')::bigint) AS amount
      FROM receipt, json_array_elements(document #> '{receipt,evaluation,grants}') one
      WHERE grant_lots IS NOT NULL GROUP BY 1, 2) g
WHERE receipt.merchant_id = g.merchant_id AND receipt.receipt_id = g.receipt_id;
ALTER TABLE receipt FORCE ROW LEVEL SECURITY;
ALTER TABLE receipt_return FORCE ROW LEVEL SECURITY;

-- A merchant's days are added up from the indexes alone.
DROP INDEX receipt_at;
CREATE INDEX receipt_at ON receipt (merchant_id, at) INCLUDE (net, earned, spent);
CREATE INDEX receipt_return_at ON receipt_return (merchant_id, at);
