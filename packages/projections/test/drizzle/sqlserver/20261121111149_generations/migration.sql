CREATE TABLE [projection_generations] (
	[projection] nvarchar(64) collate Latin1_General_100_BIN2,
	[serving] int NOT NULL,
	[rebuild] char(36) collate Latin1_General_100_BIN2,
	[switchedAt] datetime2(3),
	CONSTRAINT [projection_generations_pk] PRIMARY KEY([projection])
);

--> statement-breakpoint
CREATE TABLE [projection_parked] (
	[projection] nvarchar(64) collate Latin1_General_100_BIN2,
	[category] nvarchar(64) collate Latin1_General_100_BIN2,
	[aggregateId] nvarchar(200) collate Latin1_General_100_BIN2,
	[epoch] bigint NOT NULL,
	[pos] bigint NOT NULL,
	[eventId] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	CONSTRAINT [projection_parked_pk] PRIMARY KEY([projection],[category],[aggregateId])
);

--> statement-breakpoint
CREATE TABLE [labels] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[name] nvarchar(200) collate Latin1_General_CI_AS,
	[counted] int,
	CONSTRAINT [labels_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE TABLE [sales] (
	[shop] nvarchar(100) collate Latin1_General_100_BIN2,
	[country] nchar(2) collate Latin1_General_100_BIN2 NOT NULL,
	[units] bigint NOT NULL,
	[amount] bigint NOT NULL,
	[discount] int NOT NULL,
	CONSTRAINT [sales_pk] PRIMARY KEY([shop])
);

--> statement-breakpoint
CREATE TABLE [labels_2] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[name] nvarchar(200) collate Latin1_General_CI_AS,
	[counted] int,
	CONSTRAINT [labels_2_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE TABLE [mug_tags_2] (
	[mugId] char(36) collate Latin1_General_100_BIN2,
	[tag] nvarchar(64) collate Latin1_General_100_BIN2,
	[value] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	CONSTRAINT [mug_tags_2_pk] PRIMARY KEY([mugId],[tag])
);

--> statement-breakpoint
CREATE TABLE [mugs_2] (
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
	CONSTRAINT [mugs_2_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE TABLE [sales_2] (
	[shop] nvarchar(100) collate Latin1_General_100_BIN2,
	[country] nchar(2) collate Latin1_General_100_BIN2 NOT NULL,
	[units] bigint NOT NULL,
	[amount] bigint NOT NULL,
	[discount] int NOT NULL,
	CONSTRAINT [sales_2_pk] PRIMARY KEY([shop])
);

--> statement-breakpoint
CREATE TABLE [shelves_2] (
	[name] nvarchar(100) collate Latin1_General_100_BIN2,
	[mugs] int NOT NULL,
	CONSTRAINT [shelves_2_pk] PRIMARY KEY([name])
);

--> statement-breakpoint
CREATE INDEX [sales_amount_shop_index] ON [sales] ([amount],[shop]);
--> statement-breakpoint
CREATE INDEX [mug_tags_2_tag_value_mugId_index] ON [mug_tags_2] ([tag],[value],[mugId]);
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
--> statement-breakpoint
CREATE INDEX [sales_2_amount_shop_index] ON [sales_2] ([amount],[shop]);
