-- The operator at his screens: a session opened with his key, ending with it.
CREATE TABLE operator_session (
    token_hash bytea PRIMARY KEY,
    key_hash bytea NOT NULL,
    expires_at timestamptz NOT NULL
);
GRANT SELECT, INSERT, DELETE ON operator_session TO kartela_operator;
