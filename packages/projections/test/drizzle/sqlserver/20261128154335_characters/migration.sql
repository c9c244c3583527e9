ALTER TABLE [labels] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS;
--> statement-breakpoint
ALTER TABLE [mugs] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [mugs] ALTER COLUMN [category] nvarchar(200) collate Latin1_General_100_BIN2;
--> statement-breakpoint
ALTER TABLE [labels_2] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS;
--> statement-breakpoint
ALTER TABLE [mugs_2] ALTER COLUMN [name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL;
--> statement-breakpoint
ALTER TABLE [mugs_2] ALTER COLUMN [category] nvarchar(200) collate Latin1_General_100_BIN2;
