-- After a merge a member has the codes of both records; their own card stays the one that their pass and the screens show, however new
-- the other is.
ALTER TABLE card ADD COLUMN handed_over boolean NOT NULL DEFAULT false;

-- Whoever went into another record counts as having joined no more; the day's sums are made anew.
CREATE TRIGGER day_merged AFTER UPDATE OF status ON member FOR EACH ROW
    WHEN (NEW.status = 'MERGED' AND OLD.status <> 'MERGED') EXECUTE FUNCTION day_joined_at();
-- The wall stands for the owner, too, and hides from him what he is to read.
ALTER TABLE member NO FORCE ROW LEVEL SECURITY;
ALTER TABLE day_summed NO FORCE ROW LEVEL SECURITY;
DELETE FROM day_summed d USING member m
WHERE m.merchant_id = d.merchant_id AND m.status = 'MERGED' AND m.created_at >= d.starts AND m.created_at < d.ends;
ALTER TABLE member FORCE ROW LEVEL SECURITY;
ALTER TABLE day_summed FORCE ROW LEVEL SECURITY;
