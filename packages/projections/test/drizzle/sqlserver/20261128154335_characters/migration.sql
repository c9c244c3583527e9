CREATE TABLE [labels_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS,
	[counted] int
);

--> statement-breakpoint
INSERT INTO [labels_new] ([id], [name], [counted]) SELECT [id], [name], [counted] FROM [labels];
--> statement-breakpoint
DROP TABLE [labels];
--> statement-breakpoint
EXEC sp_rename 'labels_new', 'labels', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [labels] ADD CONSTRAINT [labels_pk] PRIMARY KEY ([id]);
--> statement-breakpoint
CREATE TABLE [mugs_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL,
	[priceAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[stock] int NOT NULL,
	[fragile] bit NOT NULL,
	[attributes] nvarchar(max) NOT NULL,
	[category] nvarchar(200) collate Latin1_General_100_BIN2,
	[note] nvarchar(max) collate Latin1_General_CI_AS,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[soldAt] datetime2(3)
);

--> statement-breakpoint
INSERT INTO [mugs_new] ([id], [sku], [name], [priceAmount], [currency], [stock], [fragile], [attributes], [category], [note], [version], [createdAt], [soldAt]) SELECT [id], [sku], [name], [priceAmount], [currency], [stock], [fragile], [attributes], [category], [note], [version], [createdAt], [soldAt] FROM [mugs];
--> statement-breakpoint
DROP TABLE [mugs];
--> statement-breakpoint
EXEC sp_rename 'mugs_new', 'mugs', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [mugs] ADD CONSTRAINT [mugs_pk] PRIMARY KEY ([id]);
--> statement-breakpoint
CREATE UNIQUE INDEX [mugs_sku_unique] ON [mugs] ([sku]);
--> statement-breakpoint
CREATE INDEX [mugs_createdAt_id_index] ON [mugs] ([createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [mugs_name_id_index] ON [mugs] ([name],[id]);
--> statement-breakpoint
CREATE INDEX [mugs_stock_id_index] ON [mugs] ([stock],[id]);
--> statement-breakpoint
CREATE INDEX [mugs_category_createdAt_id_index] ON [mugs] ([category],[createdAt],[id]);
--> statement-breakpoint
CREATE TABLE [labels_2_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS,
	[counted] int
);

--> statement-breakpoint
INSERT INTO [labels_2_new] ([id], [name], [counted]) SELECT [id], [name], [counted] FROM [labels_2];
--> statement-breakpoint
DROP TABLE [labels_2];
--> statement-breakpoint
EXEC sp_rename 'labels_2_new', 'labels_2', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [labels_2] ADD CONSTRAINT [labels_2_pk] PRIMARY KEY ([id]);
--> statement-breakpoint
CREATE TABLE [mugs_2_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL,
	[priceAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[stock] int NOT NULL,
	[fragile] bit NOT NULL,
	[attributes] nvarchar(max) NOT NULL,
	[category] nvarchar(200) collate Latin1_General_100_BIN2,
	[note] nvarchar(max) collate Latin1_General_CI_AS,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[soldAt] datetime2(3)
);

--> statement-breakpoint
INSERT INTO [mugs_2_new] ([id], [sku], [name], [priceAmount], [currency], [stock], [fragile], [attributes], [category], [note], [version], [createdAt], [soldAt]) SELECT [id], [sku], [name], [priceAmount], [currency], [stock], [fragile], [attributes], [category], [note], [version], [createdAt], [soldAt] FROM [mugs_2];
--> statement-breakpoint
DROP TABLE [mugs_2];
--> statement-breakpoint
EXEC sp_rename 'mugs_2_new', 'mugs_2', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [mugs_2] ADD CONSTRAINT [mugs_2_pk] PRIMARY KEY ([id]);
--> statement-breakpoint
CREATE UNIQUE INDEX [mugs_2_sku_unique] ON [mugs_2] ([sku]);
--> statement-breakpoint
CREATE INDEX [mugs_2_createdAt_id_index] ON [mugs_2] ([createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [mugs_2_name_id_index] ON [mugs_2] ([name],[id]);
--> statement-breakpoint
CREATE INDEX [mugs_2_stock_id_index] ON [mugs_2] ([stock],[id]);
--> statement-breakpoint
CREATE INDEX [mugs_2_category_createdAt_id_index] ON [mugs_2] ([category],[createdAt],[id]);
