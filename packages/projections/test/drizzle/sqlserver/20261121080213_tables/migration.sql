CREATE TABLE [projection_checkpoints] (
	[projection] nvarchar(64) collate Latin1_General_100_BIN2,
	[category] nvarchar(64) collate Latin1_General_100_BIN2,
	[partition] int,
	[epoch] bigint NOT NULL,
	[pos] bigint NOT NULL,
	[eventId] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [projection_checkpoints_pk] PRIMARY KEY([projection],[category],[partition])
);

--> statement-breakpoint
CREATE TABLE [mugs] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(200) collate Latin1_General_CI_AS NOT NULL,
	[priceAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[stock] int NOT NULL,
	[fragile] bit NOT NULL,
	[attributes] nvarchar(max) NOT NULL,
	[category] nvarchar(100) collate Latin1_General_100_BIN2,
	[note] nvarchar(max) collate Latin1_General_CI_AS,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[soldAt] datetime2(3),
	CONSTRAINT [mugs_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE TABLE [shelves] (
	[name] nvarchar(100) collate Latin1_General_100_BIN2,
	[mugs] int NOT NULL,
	CONSTRAINT [shelves_pk] PRIMARY KEY([name])
);

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
