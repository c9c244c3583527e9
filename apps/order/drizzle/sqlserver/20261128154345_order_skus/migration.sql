-- The SKUs and the sales follow from the orders' rows: all of them are made anew from the log.
DELETE FROM [orders];
--> statement-breakpoint
DELETE FROM [orders_2];
--> statement-breakpoint
DELETE FROM [sales];
--> statement-breakpoint
DELETE FROM [sales_2];
--> statement-breakpoint
DELETE FROM [projection_checkpoints] WHERE [projection] IN ('order-list', 'order-list_2', 'sales', 'sales_2');
--> statement-breakpoint
DELETE FROM [projection_parked] WHERE [projection] IN ('order-list', 'order-list_2', 'sales', 'sales_2');
--> statement-breakpoint
DELETE FROM [projection_generations] WHERE [projection] = 'sales';
--> statement-breakpoint
CREATE TABLE [order_skus] (
	[orderId] char(36) collate Latin1_General_100_BIN2,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2,
	CONSTRAINT [order_skus_pk] PRIMARY KEY([orderId],[sku])
);

--> statement-breakpoint
CREATE TABLE [order_skus_2] (
	[orderId] char(36) collate Latin1_General_100_BIN2,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2,
	CONSTRAINT [order_skus_2_pk] PRIMARY KEY([orderId],[sku])
);

--> statement-breakpoint
CREATE INDEX [order_skus_sku_orderId_index] ON [order_skus] ([sku],[orderId]);
--> statement-breakpoint
CREATE INDEX [order_skus_2_sku_orderId_index] ON [order_skus_2] ([sku],[orderId]);
