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
CREATE TABLE [products] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(200) collate Latin1_General_CI_AS NOT NULL,
	[description] nvarchar(4000) collate Latin1_General_CI_AS NOT NULL,
	[category] nvarchar(100) collate Latin1_General_CI_AS,
	[attributes] nvarchar(max) NOT NULL,
	[priceAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [products_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE UNIQUE INDEX [products_sku_unique] ON [products] ([sku]);
--> statement-breakpoint
CREATE INDEX [products_createdAt_id_index] ON [products] ([createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [products_updatedAt_id_index] ON [products] ([updatedAt],[id]);
--> statement-breakpoint
CREATE INDEX [products_name_id_index] ON [products] ([name],[id]);
--> statement-breakpoint
CREATE INDEX [products_sku_id_index] ON [products] ([sku],[id]);
--> statement-breakpoint
CREATE INDEX [products_priceAmount_id_index] ON [products] ([priceAmount],[id]);
--> statement-breakpoint
CREATE INDEX [products_category_createdAt_id_index] ON [products] ([category],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [products_status_createdAt_id_index] ON [products] ([status],[createdAt],[id]);
