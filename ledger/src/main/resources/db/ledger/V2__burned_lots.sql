-- Lots of which something burned, by their end: a payment that comes late looks for what had not burned when it was
-- made. Nothing of it is read or written by a payment of now.
create index lot_burned on ledger.lot (merchant_id, account_id, expires_at) where expired > 0;
