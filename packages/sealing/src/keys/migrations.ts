/**
 * The table of keys, and how it came to be. What stands here has run somewhere: it is never changed, only added to.
 * Times are UTC in milliseconds.
 */
export const sqliteMigrations: readonly string[] = [
  `create table sealing_keys (
    name text not null primary key,
    wrapped text,
    createdAt integer not null,
    erasedAt integer
  ) without rowid`,
];

export const sqlServerMigrations: readonly string[] = [
  `create table sealing_keys (
    name nvarchar(100) collate Latin1_General_100_BIN2 not null primary key,
    wrapped nvarchar(4000) collate Latin1_General_100_BIN2,
    createdAt bigint not null,
    erasedAt bigint
  )`,
];
