#!/bin/sh
# Runs once, when the database is made: Forløp's owner, app and API roles, and Temporal's own role and databases.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  -v owner="$FORLOP_OWNER_PASSWORD" -v app="$FORLOP_APP_PASSWORD" -v api="$FORLOP_API_PASSWORD" -v temporal="$TEMPORAL_DB_PASSWORD" <<'SQL'
CREATE ROLE forlop_owner LOGIN PASSWORD :'owner';
CREATE ROLE forlop_app LOGIN PASSWORD :'app';
CREATE ROLE forlop_api LOGIN PASSWORD :'api';
-- The worker makes scheduled reports with their owners' eyes: it may act as the API, and has none of its rights otherwise.
GRANT forlop_api TO forlop_app WITH INHERIT FALSE, SET TRUE;
CREATE ROLE temporal LOGIN PASSWORD :'temporal';
CREATE DATABASE forlop OWNER forlop_owner;
CREATE DATABASE temporal OWNER temporal;
CREATE DATABASE temporal_visibility OWNER temporal;
SQL
