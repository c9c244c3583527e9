#!/bin/bash
# Makes the databases of the services and two logins for each: one that reads and writes rows, one that changes tables.
# As often as you like: what is there stays, passwords become those of the environment.
set -eu
export SQLCMDPASSWORD=$MSSQL_SA_PASSWORD
sqlcmd() { /opt/mssql-tools18/bin/sqlcmd -C -S "${MSSQL_HOST:-localhost}" -U sa -b "$@"; }
until sqlcmd -Q 'select 1' >/dev/null 2>&1; do sleep 2; done
for service in product inventory payment order; do
  sqlcmd -i "$(dirname "$0")/setup.sql" -v Database="${service^}Db" -v Run="quickmart_$service" \
    -v RunPassword="$MSSQL_RUN_PASSWORD" -v Change="quickmart_${service}_change" -v ChangePassword="$MSSQL_CHANGE_PASSWORD"
done
