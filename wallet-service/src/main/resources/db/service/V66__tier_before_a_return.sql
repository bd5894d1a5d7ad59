-- The tier that the member held before a return: a receipt made before it, which comes only later, is judged by that one.
-- Of returns of before nobody knows.
ALTER TABLE receipt_return ADD COLUMN tier_before text;
