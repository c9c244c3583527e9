ALTER TABLE [payments] ALTER COLUMN [customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL;
--> statement-breakpoint
ALTER TABLE [payments] ALTER COLUMN [providerRef] nvarchar(510) collate Latin1_General_CI_AS;
--> statement-breakpoint
ALTER TABLE [payments] ALTER COLUMN [reason] nvarchar(1000) collate Latin1_General_CI_AS;
--> statement-breakpoint
ALTER TABLE [payments_2] ALTER COLUMN [customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL;
--> statement-breakpoint
ALTER TABLE [payments_2] ALTER COLUMN [providerRef] nvarchar(510) collate Latin1_General_CI_AS;
--> statement-breakpoint
ALTER TABLE [payments_2] ALTER COLUMN [reason] nvarchar(1000) collate Latin1_General_CI_AS;
