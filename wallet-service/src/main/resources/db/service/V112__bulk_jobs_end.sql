-- What became of a finished job's members is counted once, not whenever somebody looks; and jobs are forgotten when nobody undoes them
-- any more.
ALTER TABLE kartela.bulk_job ADD COLUMN outcomes json;
GRANT UPDATE (outcomes), DELETE ON kartela.bulk_job TO kartela_app;
GRANT DELETE ON kartela.bulk_row TO kartela_app;
