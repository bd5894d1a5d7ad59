-- Shops that are shown the first steps: those the operator opened. What is done is read from the shop itself; only whether its
-- program was chosen for it, or is the one that everybody begins with, cannot be seen there.
CREATE TABLE first_steps (
    merchant_id bigint PRIMARY KEY,
    program_chosen boolean NOT NULL,
    hidden boolean NOT NULL DEFAULT false
);
ALTER TABLE first_steps ENABLE ROW LEVEL SECURITY;
ALTER TABLE first_steps FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON first_steps TO kartela_app
    USING (merchant_id = nullif(current_setting('kartela.merchant', true), '')::bigint);
GRANT SELECT, INSERT, UPDATE (hidden) ON first_steps TO kartela_app;
