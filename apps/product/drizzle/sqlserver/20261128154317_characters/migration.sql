ALTER TABLE [categories] ALTER COLUMN [key] nvarchar(200) collate Latin1_General_100_BIN2 NOT NULL;
--> statement-breakpoint
ALTER TABLE [categories] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [products] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [products] ALTER COLUMN [description] nvarchar(max) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [products] ALTER COLUMN [category] nvarchar(200) collate Latin1_General_100_BIN2;
--> statement-breakpoint
ALTER TABLE [categories_2] ALTER COLUMN [key] nvarchar(200) collate Latin1_General_100_BIN2 NOT NULL;
--> statement-breakpoint
ALTER TABLE [categories_2] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [products_2] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [products_2] ALTER COLUMN [description] nvarchar(max) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [products_2] ALTER COLUMN [category] nvarchar(200) collate Latin1_General_100_BIN2;
