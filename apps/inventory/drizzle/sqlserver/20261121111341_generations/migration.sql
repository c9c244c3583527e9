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
CREATE TABLE [inventories_2] (
	[productId] char(36) collate Latin1_General_100_BIN2,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[onHand] bigint NOT NULL,
	[reserved] bigint NOT NULL,
	[available] bigint NOT NULL,
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [inventories_2_pk] PRIMARY KEY([productId])
);

--> statement-breakpoint
CREATE TABLE [reservations_2] (
	[orderId] char(36) collate Latin1_General_100_BIN2,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[lines] nvarchar(max) NOT NULL,
	[shortages] nvarchar(max),
	[expiresAt] datetime2(3),
	[version] int NOT NULL,
	[createdAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [reservations_2_pk] PRIMARY KEY([orderId])
);

--> statement-breakpoint
CREATE INDEX [inventories_2_createdAt_productId_index] ON [inventories_2] ([createdAt],[productId]);
--> statement-breakpoint
CREATE INDEX [inventories_2_updatedAt_productId_index] ON [inventories_2] ([updatedAt],[productId]);
--> statement-breakpoint
CREATE INDEX [inventories_2_sku_productId_index] ON [inventories_2] ([sku],[productId]);
--> statement-breakpoint
CREATE INDEX [inventories_2_onHand_productId_index] ON [inventories_2] ([onHand],[productId]);
--> statement-breakpoint
CREATE INDEX [inventories_2_available_productId_index] ON [inventories_2] ([available],[productId]);
