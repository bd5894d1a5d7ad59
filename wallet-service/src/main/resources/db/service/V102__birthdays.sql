-- Whose birthday is near is found by month and day, whatever the year; as conditions spell it.
CREATE INDEX member_birthday ON member (merchant_id, (extract(month FROM birth_date) * 100 + extract(day FROM birth_date)))
    WHERE birth_date IS NOT NULL;
