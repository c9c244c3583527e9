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
CREATE TABLE [inventories] (
	[productId] char(36) collate Latin1_General_100_BIN2,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[onHand] bigint NOT NULL,
	[reserved] bigint NOT NULL,
	[available] bigint NOT NULL,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [inventories_pk] PRIMARY KEY([productId])
);

--> statement-breakpoint
CREATE TABLE [reservations] (
	[orderId] char(36) collate Latin1_General_100_BIN2,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[lines] nvarchar(max) NOT NULL,
	[shortages] nvarchar(max),
	[expiresAt] datetime2(3),
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [reservations_pk] PRIMARY KEY([orderId])
);

--> statement-breakpoint
CREATE INDEX [inventories_createdAt_productId_index] ON [inventories] ([createdAt],[productId]);
--> statement-breakpoint
CREATE INDEX [inventories_updatedAt_productId_index] ON [inventories] ([updatedAt],[productId]);
--> statement-breakpoint
CREATE INDEX [inventories_sku_productId_index] ON [inventories] ([sku],[productId]);
--> statement-breakpoint
CREATE INDEX [inventories_onHand_productId_index] ON [inventories] ([onHand],[productId]);
--> statement-breakpoint
CREATE INDEX [inventories_available_productId_index] ON [inventories] ([available],[productId]);
