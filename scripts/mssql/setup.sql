-- One database of a service and its two logins. Variables of sqlcmd: Database, Run, RunPassword, Change, ChangePassword.
-- What a DBA runs by hand for their own server, too: docs/sql-server.md.
if db_id(N'$(Database)') is null create database [$(Database)];
go
-- The log of the transactions need not be kept: read models are built anew, and an erased key should not stay in it.
alter database [$(Database)] set recovery simple;
if (select is_read_committed_snapshot_on from sys.databases where name = N'$(Database)') = 0
  alter database [$(Database)] set read_committed_snapshot on with rollback immediate;
go
if suser_id(N'$(Run)') is null create login [$(Run)] with password = N'$(RunPassword)', default_database = [$(Database)];
else alter login [$(Run)] with password = N'$(RunPassword)';
if suser_id(N'$(Change)') is null create login [$(Change)] with password = N'$(ChangePassword)', default_database = [$(Database)];
else alter login [$(Change)] with password = N'$(ChangePassword)';
go
use [$(Database)];
go
if user_id(N'$(Run)') is null create user [$(Run)] for login [$(Run)];
if user_id(N'$(Change)') is null create user [$(Change)] for login [$(Change)];
go
-- Runs: selects, inserts, updates, deletes. Changes: creates, indexes and drops tables and views as well.
alter role db_datareader add member [$(Run)];
alter role db_datawriter add member [$(Run)];
alter role db_datareader add member [$(Change)];
alter role db_datawriter add member [$(Change)];
alter role db_ddladmin add member [$(Change)];
go
