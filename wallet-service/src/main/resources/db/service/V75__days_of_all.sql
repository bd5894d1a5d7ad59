-- Segments sum what all members bought in the last days. Rows come in the order of days, so a few kilobytes of block ranges tell where
-- those days lie; the hot path pays nothing for it.
CREATE INDEX member_day_day ON member_day USING brin (day) WITH (pages_per_range = 32);
