-- At which register and by whom a member was signed up; null: by themselves, or before this was kept.
ALTER TABLE member ADD COLUMN signed_up_register bigint, ADD COLUMN signed_up_cashier bigint;
-- A register's day: its sign-ups by cashier.
CREATE INDEX member_signed_up ON member (merchant_id, signed_up_register, created_at) WHERE signed_up_register IS NOT NULL;
