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
CREATE TABLE [categories_2] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[key] nvarchar(100) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(200) collate Latin1_General_CI_AS NOT NULL,
	[parentId] char(36) collate Latin1_General_100_BIN2,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [categories_2_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE TABLE [product_attributes_2] (
	[productId] char(36) collate Latin1_General_100_BIN2,
	[name] nvarchar(64) collate Latin1_General_100_BIN2,
	[value] nvarchar(100) collate Latin1_General_100_BIN2,
	CONSTRAINT [product_attributes_2_pk] PRIMARY KEY([productId],[name],[value])
);

--> statement-breakpoint
CREATE TABLE [products_2] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(200) collate Latin1_General_CI_AS NOT NULL,
	[description] nvarchar(4000) collate Latin1_General_CI_AS NOT NULL,
	[category] nvarchar(100) collate Latin1_General_100_BIN2,
	[attributes] nvarchar(max) NOT NULL,
	[media] nvarchar(max) NOT NULL,
	[options] nvarchar(max) NOT NULL,
	[variants] nvarchar(max) NOT NULL,
	[variantOf] char(36) collate Latin1_General_100_BIN2,
	[choices] nvarchar(max) NOT NULL,
	[priceAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [products_2_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE UNIQUE INDEX [categories_2_key_unique] ON [categories_2] ([key]);
--> statement-breakpoint
CREATE INDEX [categories_2_key_id_index] ON [categories_2] ([key],[id]);
--> statement-breakpoint
CREATE INDEX [categories_2_name_id_index] ON [categories_2] ([name],[id]);
--> statement-breakpoint
CREATE INDEX [categories_2_createdAt_id_index] ON [categories_2] ([createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [product_attributes_2_name_value_productId_index] ON [product_attributes_2] ([name],[value],[productId]);
--> statement-breakpoint
CREATE UNIQUE INDEX [products_2_sku_unique] ON [products_2] ([sku]);
--> statement-breakpoint
CREATE INDEX [products_2_createdAt_id_index] ON [products_2] ([createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [products_2_updatedAt_id_index] ON [products_2] ([updatedAt],[id]);
--> statement-breakpoint
CREATE INDEX [products_2_name_id_index] ON [products_2] ([name],[id]);
--> statement-breakpoint
CREATE INDEX [products_2_sku_id_index] ON [products_2] ([sku],[id]);
--> statement-breakpoint
CREATE INDEX [products_2_priceAmount_id_index] ON [products_2] ([priceAmount],[id]);
--> statement-breakpoint
CREATE INDEX [products_2_category_createdAt_id_index] ON [products_2] ([category],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [products_2_status_createdAt_id_index] ON [products_2] ([status],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [products_2_status_category_index] ON [products_2] ([status],[category]);
--> statement-breakpoint
CREATE INDEX [products_2_variantOf_createdAt_id_index] ON [products_2] ([variantOf],[createdAt],[id]);
