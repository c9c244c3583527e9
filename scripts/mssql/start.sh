#!/bin/bash
# The SQL Server of docker-compose.yml: starts it, and beside it makes the databases and logins that are missing.
set -eu
bash /mssql/setup.sh &
exec /opt/mssql/bin/sqlservr
