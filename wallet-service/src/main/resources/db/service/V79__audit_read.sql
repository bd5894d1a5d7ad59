-- The audit is read newest first, of all or of one person.
CREATE INDEX audit_newest ON audit (merchant_id, at DESC, audit_id DESC);
CREATE INDEX audit_author ON audit (merchant_id, author, at DESC, audit_id DESC);
