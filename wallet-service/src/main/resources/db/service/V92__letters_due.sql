-- Whether letters of a merchant are due is asked with every success of theirs while there are any.
CREATE INDEX dead_letter_due_of ON dead_letter (merchant_id, channel, next_try) WHERE next_try < 'infinity';
