-- Consent to the use of personal data is given apart from the rules of the program. Members of before keep what they ticked: one
-- consent that spoke of both.
ALTER TABLE consent DROP CONSTRAINT consent_purpose_check,
    ADD CONSTRAINT consent_purpose_check CHECK (purpose IN ('PROGRAM', 'PERSONAL_DATA', 'MARKETING'));

-- Who was about to tell the code read the words of before; they tick the new ones and get another code. The wall stands for the owner, too.
ALTER TABLE sign_up NO FORCE ROW LEVEL SECURITY;
DELETE FROM sign_up;
ALTER TABLE sign_up FORCE ROW LEVEL SECURITY;
