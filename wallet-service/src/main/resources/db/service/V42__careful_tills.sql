-- Again as the tables' owner, which need not be a superuser: row-level security that is forced hides every row from it.
ALTER TABLE till_settings NO FORCE ROW LEVEL SECURITY;
UPDATE till_settings SET scan_required = true WHERE NOT scan_required;
ALTER TABLE till_settings FORCE ROW LEVEL SECURITY;
