-- What a receipt earned is everything it brought: the accrual and the gifts, as its returns have always reversed both.
-- Row-level security is forced on the owner, too; it stands aside for this one statement.
ALTER TABLE receipt NO FORCE ROW LEVEL SECURITY;
UPDATE receipt SET earned = earned + (
    SELECT coalesce(sum((g ->> 'amount')::bigint), 0)
    FROM json_array_elements(document -> 'receipt' -> 'evaluation' -> 'grants') g)
WHERE grant_lots IS NOT NULL;
ALTER TABLE receipt FORCE ROW LEVEL SECURITY;
