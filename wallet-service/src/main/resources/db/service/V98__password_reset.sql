-- A link by e-mail for who forgot the password lives beside invitations: it is used the same way, for a shorter time.
ALTER TABLE staff_invitation
    ADD COLUMN reset boolean NOT NULL DEFAULT false,
    ADD COLUMN given_at timestamptz NOT NULL DEFAULT now();
ALTER TABLE staff_invitation ALTER COLUMN given_at DROP DEFAULT;
