-- How many wrong sign-ins an address, an account and the two together have made lately, on all nodes together: each takes its
-- share of a period, and this is when the last of those shares will be over. Whose they are stands as a hash; before anybody
-- has signed in no merchant is known, so there is no wall here. What lies in the past says nothing and is forgotten.
CREATE TABLE kartela.sign_in_miss (
    subject text PRIMARY KEY,
    over_at timestamptz NOT NULL
) WITH (fillfactor = 50);
CREATE INDEX sign_in_miss_over ON kartela.sign_in_miss (over_at);
GRANT SELECT, INSERT, UPDATE, DELETE ON kartela.sign_in_miss TO kartela_app;
