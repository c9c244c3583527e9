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
CREATE TABLE [catalog_entries_2] (
	[productId] char(36) collate Latin1_General_100_BIN2,
	[sku] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[name] nvarchar(200) collate Latin1_General_CI_AS NOT NULL,
	[priceAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	CONSTRAINT [catalog_entries_2_pk] PRIMARY KEY([productId])
);

--> statement-breakpoint
CREATE TABLE [orders_2] (
	[id] char(36) collate Latin1_General_100_BIN2,
	[customerId] nvarchar(64) collate Latin1_General_100_BIN2 NOT NULL,
	[lines] nvarchar(max) NOT NULL,
	[totalAmount] bigint NOT NULL,
	[currency] nchar(3) collate Latin1_General_100_BIN2 NOT NULL,
	[status] nvarchar(16) collate Latin1_General_100_BIN2 NOT NULL,
	[reason] nvarchar(500) collate Latin1_General_CI_AS,
	[shortages] nvarchar(max),
	[progress] nvarchar(max),
	[version] int NOT NULL,
	[placedAt] datetime2(3) NOT NULL,
	[updatedAt] datetime2(3) NOT NULL,
	CONSTRAINT [orders_2_pk] PRIMARY KEY([id])
);

--> statement-breakpoint
CREATE UNIQUE INDEX [catalog_entries_2_sku_unique] ON [catalog_entries_2] ([sku]);
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
