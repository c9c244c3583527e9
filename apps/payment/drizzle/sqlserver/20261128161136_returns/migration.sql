ALTER TABLE [payments] ADD [progress] nvarchar(max);
--> statement-breakpoint
ALTER TABLE [payments_2] ADD [progress] nvarchar(max);
