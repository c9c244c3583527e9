#!/bin/bash
# The SQL Server of docker-compose.yml: starts it, and beside it makes the databases and logins that are missing.
set -eu
rm -f /tmp/set-up
{ bash /mssql/setup.sh && touch /tmp/set-up; } &
exec /opt/mssql/bin/sqlservr
