-- What an earlier return could not take back of earned bonuses, because this one's payment had burned them: it came back here and
-- was taken then. Figures of what was earned count it on this day.
ALTER TABLE receipt_return ADD COLUMN recovered bigint NOT NULL DEFAULT 0;
