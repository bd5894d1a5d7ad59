#!/bin/sh
# Runs once, when the database is created: the user that the service signs in with. It owns nothing, cannot bypass row-level
# security and has no rights of its own; migrations let it take the roles it needs.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$(cat /run/secrets/database-service)" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
CREATE ROLE kartela_service LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD :'password';
SQL
