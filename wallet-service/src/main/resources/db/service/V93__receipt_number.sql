-- A till finds another till's receipt by its number; a register of its own knows none of the others' ids.
CREATE INDEX receipt_number ON receipt (merchant_id, number) WHERE number IS NOT NULL;
