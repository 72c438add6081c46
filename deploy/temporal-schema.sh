#!/bin/sh
# Brings Temporal's two databases to the schema of this server version. Safe to run again.
set -eu
for pair in temporal:temporal temporal_visibility:visibility; do
  database=${pair%%:*}
  schema=${pair##*:}
  temporal-sql-tool --database "$database" setup-schema --version 0.0 || echo "$database: the version table is there already"
  temporal-sql-tool --database "$database" update-schema --schema-name "postgresql/v12/$schema"
done
