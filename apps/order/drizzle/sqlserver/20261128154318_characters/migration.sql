CREATE TABLE [catalog_entries_new] (
	[productId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL,
	[priceAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL
);

--> statement-breakpoint
INSERT INTO [catalog_entries_new] ([productId], [sku], [name], [priceAmount], [currency], [status]) SELECT [productId], [sku], [name], [priceAmount], [currency], [status] FROM [catalog_entries];
--> statement-breakpoint
DROP TABLE [catalog_entries];
--> statement-breakpoint
EXEC sp_rename 'catalog_entries_new', 'catalog_entries', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [catalog_entries] ADD CONSTRAINT [catalog_entries_pk] PRIMARY KEY ([productId]);
--> statement-breakpoint
CREATE UNIQUE INDEX [catalog_entries_sku_unique] ON [catalog_entries] ([sku]);
--> statement-breakpoint
CREATE TABLE [order_skus_new] (
	[orderId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL
);

--> statement-breakpoint
INSERT INTO [order_skus_new] ([orderId], [sku]) SELECT [orderId], [sku] FROM [order_skus];
--> statement-breakpoint
DROP TABLE [order_skus];
--> statement-breakpoint
EXEC sp_rename 'order_skus_new', 'order_skus', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [order_skus] ADD CONSTRAINT [order_skus_pk] PRIMARY KEY ([orderId], [sku]);
--> statement-breakpoint
CREATE INDEX [order_skus_sku_orderId_index] ON [order_skus] ([sku],[orderId]);
--> statement-breakpoint
CREATE TABLE [orders_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL,
	[lines] nvarchar(max) NOT NULL,
	[totalAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[reason] nvarchar(1000) collate Latin1_General_CI_AS,
	[shortages] nvarchar(max),
	[progress] nvarchar(max),
	[version] int NOT NULL,
	[placedAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL
);

--> statement-breakpoint
INSERT INTO [orders_new] ([id], [customerId], [lines], [totalAmount], [currency], [status], [reason], [shortages], [progress], [version], [placedAt], [updatedAt]) SELECT [id], [customerId], [lines], [totalAmount], [currency], [status], [reason], [shortages], [progress], [version], [placedAt], [updatedAt] FROM [orders];
--> statement-breakpoint
DROP TABLE [orders];
--> statement-breakpoint
EXEC sp_rename 'orders_new', 'orders', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [orders] ADD CONSTRAINT [orders_pk] PRIMARY KEY ([id]);
--> statement-breakpoint
CREATE INDEX [orders_placedAt_id_index] ON [orders] ([placedAt],[id]);
--> statement-breakpoint
CREATE INDEX [orders_updatedAt_id_index] ON [orders] ([updatedAt],[id]);
--> statement-breakpoint
CREATE INDEX [orders_totalAmount_id_index] ON [orders] ([totalAmount],[id]);
--> statement-breakpoint
CREATE INDEX [orders_customerId_placedAt_id_index] ON [orders] ([customerId],[placedAt],[id]);
--> statement-breakpoint
CREATE INDEX [orders_status_placedAt_id_index] ON [orders] ([status],[placedAt],[id]);
--> statement-breakpoint
CREATE TABLE [catalog_entries_2_new] (
	[productId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(400) collate Latin1_General_CI_AS NOT NULL,
	[priceAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL
);

--> statement-breakpoint
INSERT INTO [catalog_entries_2_new] ([productId], [sku], [name], [priceAmount], [currency], [status]) SELECT [productId], [sku], [name], [priceAmount], [currency], [status] FROM [catalog_entries_2];
--> statement-breakpoint
DROP TABLE [catalog_entries_2];
--> statement-breakpoint
EXEC sp_rename 'catalog_entries_2_new', 'catalog_entries_2', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [catalog_entries_2] ADD CONSTRAINT [catalog_entries_2_pk] PRIMARY KEY ([productId]);
--> statement-breakpoint
CREATE UNIQUE INDEX [catalog_entries_2_sku_unique] ON [catalog_entries_2] ([sku]);
--> statement-breakpoint
CREATE TABLE [order_skus_2_new] (
	[orderId] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[sku] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL
);

--> statement-breakpoint
INSERT INTO [order_skus_2_new] ([orderId], [sku]) SELECT [orderId], [sku] FROM [order_skus_2];
--> statement-breakpoint
DROP TABLE [order_skus_2];
--> statement-breakpoint
EXEC sp_rename 'order_skus_2_new', 'order_skus_2', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [order_skus_2] ADD CONSTRAINT [order_skus_2_pk] PRIMARY KEY ([orderId], [sku]);
--> statement-breakpoint
CREATE INDEX [order_skus_2_sku_orderId_index] ON [order_skus_2] ([sku],[orderId]);
--> statement-breakpoint
CREATE TABLE [orders_2_new] (
	[id] char(36) collate Latin1_General_100_BIN2 NOT NULL,
	[customerId] nvarchar(128) collate Latin1_General_100_BIN2 NOT NULL,
	[lines] nvarchar(max) NOT NULL,
	[totalAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[reason] nvarchar(1000) collate Latin1_General_CI_AS,
	[shortages] nvarchar(max),
	[progress] nvarchar(max),
	[version] int NOT NULL,
	[placedAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL
);

--> statement-breakpoint
INSERT INTO [orders_2_new] ([id], [customerId], [lines], [totalAmount], [currency], [status], [reason], [shortages], [progress], [version], [placedAt], [updatedAt]) SELECT [id], [customerId], [lines], [totalAmount], [currency], [status], [reason], [shortages], [progress], [version], [placedAt], [updatedAt] FROM [orders_2];
--> statement-breakpoint
DROP TABLE [orders_2];
--> statement-breakpoint
EXEC sp_rename 'orders_2_new', 'orders_2', 'OBJECT';
--> statement-breakpoint
ALTER TABLE [orders_2] ADD CONSTRAINT [orders_2_pk] PRIMARY KEY ([id]);
--> statement-breakpoint
CREATE INDEX [orders_2_placedAt_id_index] ON [orders_2] ([placedAt],[id]);
--> statement-breakpoint
CREATE INDEX [orders_2_updatedAt_id_index] ON [orders_2] ([updatedAt],[id]);
--> statement-breakpoint
CREATE INDEX [orders_2_totalAmount_id_index] ON [orders_2] ([totalAmount],[id]);
--> statement-breakpoint
CREATE INDEX [orders_2_customerId_placedAt_id_index] ON [orders_2] ([customerId],[placedAt],[id]);
--> statement-breakpoint
CREATE INDEX [orders_2_status_placedAt_id_index] ON [orders_2] ([status],[placedAt],[id]);
