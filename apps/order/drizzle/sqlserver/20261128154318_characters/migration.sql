ALTER TABLE [catalog_entries] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [orders] ALTER COLUMN [customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL;
--> statement-breakpoint
ALTER TABLE [orders] ALTER COLUMN [reason] nvarchar(1000) collate Latin1_General_CI_AS;
--> statement-breakpoint
ALTER TABLE [catalog_entries_2] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [orders_2] ALTER COLUMN [customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL;
--> statement-breakpoint
ALTER TABLE [orders_2] ALTER COLUMN [reason] nvarchar(1000) collate Latin1_General_CI_AS;
