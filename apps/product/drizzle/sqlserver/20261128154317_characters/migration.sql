CREATE TABLE [categories_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[key] nvarchar(200) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL,
	[parentId] char(36) collate Latin1_General_100_BIN2,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL
);

--> statement-breakpoint
INSERT INTO [categories_new] ([id], [key], [name], [parentId], [version], [createdAt], [updatedAt]) SELECT [id], [key], [name], [parentId], [version], [createdAt], [updatedAt] FROM [categories];
--> statement-breakpoint
DROP TABLE [categories];
--> statement-breakpoint
EXEC sp_rename 'categories_new', 'categories', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [categories] ADD CONSTRAINT [categories_pk] PRIMARY KEY ([id]);
--> statement-breakpoint
CREATE UNIQUE INDEX [categories_key_unique] ON [categories] ([key]);
--> statement-breakpoint
CREATE INDEX [categories_key_id_index] ON [categories] ([key],[id]);
--> statement-breakpoint
CREATE INDEX [categories_name_id_index] ON [categories] ([name],[id]);
--> statement-breakpoint
CREATE INDEX [categories_createdAt_id_index] ON [categories] ([createdAt],[id]);
--> statement-breakpoint
CREATE TABLE [products_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL,
	[description] nvarchar(max) collate Latin1_General_CI_AS NOT NULL,
	[category] nvarchar(200) collate Latin1_General_100_BIN2,
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
	[updatedAt] datetime2(3) NOT NULL
);

--> statement-breakpoint
INSERT INTO [products_new] ([id], [sku], [name], [description], [category], [attributes], [media], [options], [variants], [variantOf], [choices], [priceAmount], [currency], [status], [version], [createdAt], [updatedAt]) SELECT [id], [sku], [name], [description], [category], [attributes], [media], [options], [variants], [variantOf], [choices], [priceAmount], [currency], [status], [version], [createdAt], [updatedAt] FROM [products];
--> statement-breakpoint
DROP TABLE [products];
--> statement-breakpoint
EXEC sp_rename 'products_new', 'products', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [products] ADD CONSTRAINT [products_pk] PRIMARY KEY ([id]);
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
CREATE TABLE [categories_2_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[key] nvarchar(200) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL,
	[parentId] char(36) collate Latin1_General_100_BIN2,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL
);

--> statement-breakpoint
INSERT INTO [categories_2_new] ([id], [key], [name], [parentId], [version], [createdAt], [updatedAt]) SELECT [id], [key], [name], [parentId], [version], [createdAt], [updatedAt] FROM [categories_2];
--> statement-breakpoint
DROP TABLE [categories_2];
--> statement-breakpoint
EXEC sp_rename 'categories_2_new', 'categories_2', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [categories_2] ADD CONSTRAINT [categories_2_pk] PRIMARY KEY ([id]);
--> statement-breakpoint
CREATE UNIQUE INDEX [categories_2_key_unique] ON [categories_2] ([key]);
--> statement-breakpoint
CREATE INDEX [categories_2_key_id_index] ON [categories_2] ([key],[id]);
--> statement-breakpoint
CREATE INDEX [categories_2_name_id_index] ON [categories_2] ([name],[id]);
--> statement-breakpoint
CREATE INDEX [categories_2_createdAt_id_index] ON [categories_2] ([createdAt],[id]);
--> statement-breakpoint
CREATE TABLE [products_2_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL,
	[description] nvarchar(max) collate Latin1_General_CI_AS NOT NULL,
	[category] nvarchar(200) collate Latin1_General_100_BIN2,
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
	[updatedAt] datetime2(3) NOT NULL
);

--> statement-breakpoint
INSERT INTO [products_2_new] ([id], [sku], [name], [description], [category], [attributes], [media], [options], [variants], [variantOf], [choices], [priceAmount], [currency], [status], [version], [createdAt], [updatedAt]) SELECT [id], [sku], [name], [description], [category], [attributes], [media], [options], [variants], [variantOf], [choices], [priceAmount], [currency], [status], [version], [createdAt], [updatedAt] FROM [products_2];
--> statement-breakpoint
DROP TABLE [products_2];
--> statement-breakpoint
EXEC sp_rename 'products_2_new', 'products_2', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [products_2] ADD CONSTRAINT [products_2_pk] PRIMARY KEY ([id]);
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
