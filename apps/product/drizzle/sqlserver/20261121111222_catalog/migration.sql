-- The products are made anew from the log: there is no value for the new columns but the events'.
DROP TABLE [products];
--> statement-breakpoint
DELETE FROM [projection_checkpoints] WHERE [projection] = 'products';
--> statement-breakpoint
CREATE TABLE [products] (
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
	CONSTRAINT [products_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE TABLE [product_attributes] (
	[productId] char(36) collate Latin1_General_100_BIN2,
	[name] nvarchar(64) collate Latin1_General_100_BIN2,
	[value] nvarchar(100) collate Latin1_General_100_BIN2,
	CONSTRAINT [product_attributes_pk] PRIMARY KEY([productId],[name],[value])
);

--> statement-breakpoint
CREATE TABLE [categories] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[key] nvarchar(100) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(200) collate Latin1_General_CI_AS NOT NULL,
	[parentId] char(36) collate Latin1_General_100_BIN2,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [categories_pk] PRIMARY KEY([id])
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
--> statement-breakpoint
CREATE INDEX [products_status_category_index] ON [products] ([status],[category]);
--> statement-breakpoint
CREATE INDEX [products_variantOf_createdAt_id_index] ON [products] ([variantOf],[createdAt],[id]);
--> statement-breakpoint
CREATE INDEX [product_attributes_name_value_productId_index] ON [product_attributes] ([name],[value],[productId]);
--> statement-breakpoint
CREATE UNIQUE INDEX [categories_key_unique] ON [categories] ([key]);
--> statement-breakpoint
CREATE INDEX [categories_key_id_index] ON [categories] ([key],[id]);
--> statement-breakpoint
CREATE INDEX [categories_name_id_index] ON [categories] ([name],[id]);
--> statement-breakpoint
CREATE INDEX [categories_createdAt_id_index] ON [categories] ([createdAt],[id]);
