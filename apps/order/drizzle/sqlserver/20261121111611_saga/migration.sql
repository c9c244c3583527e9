ALTER TABLE [orders] ADD [progress] nvarchar(max);
