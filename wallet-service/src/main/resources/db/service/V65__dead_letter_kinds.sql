-- Which kinds of letters there are, of whom, and since when, is asked every two seconds: from here, without reading the letters.
CREATE INDEX dead_letter_kinds ON dead_letter (channel, reason, merchant_id, created_at);
