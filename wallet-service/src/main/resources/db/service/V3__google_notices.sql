-- When Google last announced a change of the pass: three notices a day are allowed, and one is kept for the shop's texts.
ALTER TABLE google_object ADD COLUMN noticed_at timestamptz[] NOT NULL DEFAULT '{}';
