ALTER TABLE [reservations] ADD [restocked] nvarchar(max);
--> statement-breakpoint
ALTER TABLE [reservations_2] ADD [restocked] nvarchar(max);
