-- The payments are made anew from the log: what was captured, refunded and is left follows from their events.
DELETE FROM [payments];
--> statement-breakpoint
DELETE FROM [payments_2];
--> statement-breakpoint
DELETE FROM [projection_checkpoints] WHERE [projection] IN ('payments', 'payments_2');
--> statement-breakpoint
DELETE FROM [projection_parked] WHERE [projection] IN ('payments', 'payments_2');
--> statement-breakpoint
ALTER TABLE [payments] ADD [progress] nvarchar(max);
--> statement-breakpoint
ALTER TABLE [payments_2] ADD [progress] nvarchar(max);
