-- A program that comes into force at a moment somebody chose. It has no number yet: it gets one when its moment has come, as a version
-- in force from that very moment, however late that is noticed. One of a shop at a time.
CREATE TABLE program_waiting (
    merchant_id bigint PRIMARY KEY,
    at timestamptz NOT NULL,
    name text NOT NULL,
    document text NOT NULL,
    based_on integer NOT NULL,
    author text NOT NULL,
    planned_at timestamptz NOT NULL
);
ALTER TABLE program_waiting ENABLE ROW LEVEL SECURITY;
ALTER TABLE program_waiting FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON program_waiting TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, DELETE ON program_waiting TO kartela_app;
