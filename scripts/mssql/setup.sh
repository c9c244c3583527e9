#!/bin/bash
# Makes the databases of the services and two logins for each: one that reads and writes rows, one that changes tables.
# As often as you like: what is there stays, passwords become those of the environment.
set -eu
export SQLCMDPASSWORD=$MSSQL_SA_PASSWORD
sqlcmd() { "${SQLCMD:-/opt/mssql-tools18/bin/sqlcmd}" -C -S "${MSSQL_HOST:-localhost}" -U sa -b "$@"; }
until sqlcmd -Q 'select 1' >/dev/null 2>&1; do sleep 2; done
# Every folder of apps/ with a service in it, but for the one that stands before the others; that of gift-card is GiftCardDb.
# And the keys of personal data, which all share.
services=$(for file in $(grep -L '^  front' "$(dirname "$0")"/../../apps/*/src/service.ts); do basename "${file%/src/service.ts}"; done)
for service in $services keys; do
  login=quickmart_${service//-/_}
  sqlcmd -i "$(dirname "$0")/setup.sql" -v Database="$(sed -E 's/(^|-)([a-z])/\U\2/g' <<<"$service")Db" \
    -v Run="$login" -v RunPassword="$MSSQL_RUN_PASSWORD" -v Change="${login}_change" -v ChangePassword="$MSSQL_CHANGE_PASSWORD"
done
