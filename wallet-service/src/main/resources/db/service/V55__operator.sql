-- The operator stands above the merchants: he opens and closes their doors, and sees nothing behind them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'kartela_operator') then
    create role kartela_operator nologin;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
GRANT USAGE ON SCHEMA kartela TO kartela_operator;

-- The operator's key, hashed; one for the installation.
CREATE TABLE operator_key (
    one boolean PRIMARY KEY DEFAULT true CHECK (one),
    key_hash bytea NOT NULL,
    made_at timestamptz NOT NULL
);
-- What the operator did; it can be added to and not changed.
CREATE TABLE operator_audit (
    audit_id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    action text NOT NULL,
    subject text NOT NULL,
    detail jsonb NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON operator_key TO kartela_operator;
GRANT SELECT, INSERT ON operator_audit TO kartela_operator;

ALTER TABLE merchant ADD COLUMN disabled_at timestamptz;
CREATE POLICY operator ON merchant TO kartela_operator USING (true);
GRANT SELECT (merchant_id, slug, name, zone, locale, created_at, disabled_at), UPDATE (disabled_at) ON merchant
    TO kartela_operator;

-- One-time tokens with which somebody who was invited sets a password.
CREATE TABLE staff_invitation (
    merchant_id bigint NOT NULL,
    token_hash bytea NOT NULL,
    staff_id bigint NOT NULL,
    expires_at timestamptz NOT NULL,
    PRIMARY KEY (merchant_id, token_hash)
);
CREATE INDEX staff_invitation_staff ON staff_invitation (merchant_id, staff_id);
ALTER TABLE staff_invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE staff_invitation FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON staff_invitation TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, DELETE ON staff_invitation TO kartela_app;
